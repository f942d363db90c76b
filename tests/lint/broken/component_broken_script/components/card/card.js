Component({
  methods: {
    pick() {}
    other() {},
  },
});
