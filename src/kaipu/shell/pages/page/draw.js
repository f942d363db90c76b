/** Draws a page of the definition: its blocks, in order. Which page it is, its address says. */

const { screen, store } = require('kaipu/screen');

/** @typedef {import('kaipu/types').Node} Node */

/**
 * What the template needs of the nodes that are shown.
 * @param {string} page
 */
function nodesOf(page) {
  const { pages, nodes } = store.content().definition;
  return (pages[page] ? pages[page].nodes : [])
    .map((id) => nodes[id])
    .filter((node) => node && !node.hidden)
    .map(({ id, block, props }) => ({ id, block, props }));
}

/** A package has one such page for each tab; each registers itself when its script runs. */
exports.drawPage = () =>
  screen({
    words: {
      zh: { empty: '这一页还没布置好' },
      en: { empty: 'Nothing here yet' },
    },
    data: { nodes: /** @type {Pick<Node, 'id' | 'block' | 'props'>[]} */ ([]), shop: { stamp: 0 }, drawn: false },
    open(query, route) {
      this.path = route;
      this.page = query.page || route.split('/')[1];
    },
    draw() {
      const nodes = nodesOf(this.page);
      const text = JSON.stringify(nodes);
      const shop = { stamp: this.data.shop.stamp + 1 };
      this.setData(text === this.drawn ? { shop } : { nodes, shop, drawn: true });
      this.drawn = text;
    },
    share() {
      const { name } = store.content().definition;
      const title = this.title();
      const path = this.path === 'pages/page/page' ? this.path + '?page=' + this.page : this.path;
      return { title: title === name ? name : name + ' · ' + title, path };
    },
    methods: {
      title() {
        const { name, pages } = store.content().definition;
        return pages[this.page] ? pages[this.page].title : name;
      },
    },
  });
