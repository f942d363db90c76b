const platform = require('kaipu/platform');
const store = require('kaipu/store');
const theme = require('kaipu/theme');

platform.page({
  data: { nodes: [], shop: null, theme: '' },
  open(query, route) {
    const id = query.page || route.split('/')[1];
    const draw = () => {
      const { definition, shop } = store.content();
      const page = definition.pages[id];
      platform.setTitle(page.title);
      platform.setTheme(definition.theme);
      this.setData({ shop, theme: theme.style(definition.theme), nodes: page.nodes.map((node) => definition.nodes[node]) });
    };
    store.on(draw);
    draw();
  },
  methods: {
    openDish() {
      platform.navigate('pages/dish/dish', { dish: 'noodles & soup' });
    },
    openFields() {
      platform.navigate('pages/fields/fields');
    },
    openAbout() {
      platform.navigate('pages/page/page', { page: 'about' });
    },
  },
});
