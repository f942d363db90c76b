const platform = require('kaipu/platform');

const say = (name) =>
  function listen(event) {
    this.setData({ log: name + ' ' + JSON.stringify(event.detail) });
  };

platform.page({
  data: {
    name: '',
    log: '',
    size: 0,
    into: '',
    sizes: [{ label: 'small' }, { label: 'large' }],
    slides: ['one', 'two', 'three'],
    rows: [1, 2, 3, 4, 5, 6, 7, 8],
    rich: '<p style="color: red; position: fixed">bold <b onclick="alert(1)">move</b><script>alert(2)</script><a href="javascript:alert(3)">x</a><img src="data:,x" onerror="alert(4)"></p>',
    list: [{ name: 'h2', children: [{ type: 'text', text: 'from a list' }] }, { name: 'iframe', attrs: { src: '/' } }],
  },
  methods: {
    typed(event) {
      this.setData({ name: event.detail.value.toUpperCase() });
    },
    picked(event) {
      this.setData({ size: Number(event.detail.value), log: 'picked ' + event.detail.value });
    },
    jump() {
      this.setData({ into: 'row6' });
    },
    confirmed: say('confirmed'),
    submit: say('submit'),
    chosen: say('chosen'),
    checked: say('checked'),
    switched: say('switched'),
    loaded: say('loaded'),
    slid: say('slid'),
    scrolled(event) {
      this.setData({ log: 'scrolled ' + (event.detail.scrollTop > 100) });
    },
  },
});
