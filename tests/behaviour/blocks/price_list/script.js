const { block } = require('kaipu/block');

block({
  words: { zh: { sum: '合计', sold: '售完' }, en: { sum: 'Sum', sold: 'Sold out' } },
  data: { taps: 0 },
  derive(props) {
    return { title: props.title, rows: props.rows };
  },
  methods: {
    count() {
      this.setData({ taps: this.data.taps + 1 });
    },
    pick(event) {
      this.setData({ taps: event.currentTarget.dataset.name.length * 10 });
    },
  },
});
