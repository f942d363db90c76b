/**
 * The module `kaipu/release` of a package that serves any shop: which shop, the platform's ext configuration says. What
 * the shop shows was kept when it was shown last, or comes from the network.
 */

const { read } = require('kaipu/ext');

/** @typedef {{ shop: string, api: string, pictures: string, tabs: string[] }} Ext */

// Some platforms hand over the configuration itself, some an object that holds it.
const given = read() || {};
const { shop = '', api = '', pictures = '', tabs = [] } = /** @type {Partial<Ext>} */ (given.extConfig || given);
const pages = tabs.length ? tabs : ['home'];

/** @type {Record<string, string>} */
const places = {};
pages.forEach((page, index) => {
  const place = 'tab' + (index + 1);
  if (page[0] !== '@') places['pages/' + page + '/' + page] = 'pages/' + place + '/' + place;
});

/** @type {import('../types').PackagedRelease} */
const release = {
  slug: shop,
  api,
  pictures,
  places,
  sha256: '',
  definition: {
    name: '',
    theme: { primary: '#B3261E', accent: '#E8A33D', background: '#FFFFFF', surface: '#FFFFFF', text: '#1F1F1F', radius_px: 12 },
    tabs: pages.map((page) => ({ id: page, page, label: '', icon: '' })),
    page_order: [],
    pages: {},
    nodes: {},
  },
  catalog: { revision: '', currency: 'CNY', categories: [], dishes: [] },
  shop: {
    name: '',
    branch: '',
    address: '',
    phones: [],
    latitude: null,
    longitude: null,
    hours: [],
    timezone: 'Asia/Shanghai',
    opening: 'hours',
    closed_note: '',
    tables: [],
    table_notes: {},
    order_kinds: [],
    packing_fee_fen: 0,
    notices: [],
  },
};

module.exports = release;
