Component({
  properties: { name: String },
  methods: {
    pick() {
      this.triggerEvent('pick', this.data.name);
    },
  },
});
