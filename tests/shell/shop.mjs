/** A small shop with one dish of every sort: with options, plain, limited, sold out. */

const choice = (code, name, price_fen = 0, sold_out = false) => ({ code, name, price_fen, sold_out });

const dish = (code, name, price_fen, more = {}) => ({
  code, category: 'noodles', name, description: '', picture: `picture:${code}.webp`, price_fen, unit: '碗', was_fen: null,
  sold_out: false, remaining: null, box_count: 1, tags: [], options: [], ...more,
});

export const catalog = () => ({
  revision: 'r1',
  currency: 'CNY',
  categories: [{ code: 'noodles', name: '面' }, { code: 'sides', name: '小菜' }],
  dishes: [
    dish('beef_noodles', '红烧牛肉面', 2000, {
      description: '牛腱肉慢炖三小时', tags: ['招牌'],
      options: [
        { code: 'size', name: '份量', kind: 'one', max: null, choices: [choice('small', '小'), choice('large', '大', 800)] },
        { code: 'spice', name: '辣度', kind: 'one', max: null, choices: [choice('mild', '微辣', 0, true), choice('none', '不辣')] },
        { code: 'topping', name: '加料', kind: 'many', max: 2, choices: [choice('egg', '卤蛋', 250), choice('beef', '牛肉', 1200), choice('greens', '青菜', 200)] },
      ],
    }),
    dish('plain_noodles', '阳春面', 800),
    dish('fish_noodles', '爆鱼面', 2200, { remaining: 3 }),
    dish('kidney_noodles', '腰花面', 2600, { sold_out: true }),
    dish('cucumber', '拍黄瓜', 850, { category: 'sides', box_count: 2 }),
  ],
});

export const shop = () => ({
  name: '老王面馆', branch: '人民路店', address: '人民路218号', phones: ['0571-86002218'], latitude: 30.27, longitude: 120.16,
  hours: [
    { days: [1, 2, 3, 4, 5, 6, 7], opens: '06:30', closes: '14:00' },
    { days: [2, 3, 4, 5, 6, 7], opens: '16:30', closes: '20:30' },
  ],
  timezone: 'Asia/Shanghai', opening: 'hours', closed_note: '', tables: ['1', '6'], table_notes: { 6: '大桌8人' },
  order_kinds: ['table', 'pickup'], packing_fee_fen: 100, notices: ['过敏请告知'],
});

const node = (id, block, props = {}) => ({ id, block, version: 1, hidden: false, props });

export const definition = () => ({
  schema: 1, trade: 'noodle_shop', name: '老王面馆', description: '一碗好面',
  theme: { primary: '#B3261E', accent: '#E8A33D', background: '#FFF8F0', surface: '#FFFFFF', text: '#2B1B12', radius_px: 12 },
  tabs: [
    { id: 't_home', page: 'home', label: '首页', icon: 'home' },
    { id: 't_menu', page: 'menu', label: '点餐', icon: 'menu' },
    { id: 't_orders', page: '@orders', label: '订单', icon: 'orders' },
  ],
  page_order: ['home', 'menu', 'about'],
  pages: {
    home: { id: 'home', title: '老王面馆', nodes: ['n_title', 'n_hidden'] },
    menu: { id: 'menu', title: '点餐', nodes: ['n_menu'] },
    about: { id: 'about', title: '关于', nodes: [] },
  },
  nodes: { n_title: node('n_title', 'title', { text: '你好' }), n_hidden: { ...node('n_hidden', 'title'), hidden: true }, n_menu: node('n_menu', 'order_menu') },
});

export const release = () => ({
  slug: 'noodle', api: 'https://shop.example/api/shop/noodle', pictures: 'https://shop.example/pictures',
  sha256: 'a'.repeat(64), definition: definition(), catalog: catalog(), shop: shop(),
});

/** Noon on a Tuesday in the shop. */
export const NOON = Date.parse('2025-11-25T12:00:00+08:00');

export const order = (more = {}) => ({
  id: 'o1', number: 'A006', kind: 'table', state: 'unpaid', table: '6', pickup_at: null, note: '',
  lines: [{ dish: 'plain_noodles', name: '阳春面', options: '', quantity: 2, unit_price_fen: 800, amount_fen: 1600, picture: '' }],
  packing_fee_fen: 0, total_fen: 1600, created_at: '2025-11-25T04:00:00Z', pay_before: '2025-11-25T04:15:00Z', paid_at: null,
  timeline: [], ...more,
});

/** The shopper's API by the contract, for one shop whose orders live as long as the test. */
export function shopApi(live = release()) {
  const orders = [];
  const byKey = new Map();
  const api = ({ method, path, body, headers }) => {
    if (path === 'live') return [200, { number: 1, sha256: live.sha256, definition: live.definition, shop: live.shop }, { etag: 'l1' }];
    if (path === 'catalog') return [200, live.catalog, { ETag: 'c1' }];
    if (path === 'session') return [200, { token: 'token-1' }];
    if (headers.Authorization !== 'Bearer token-1') return [401, { code: 'signed_out', message: '请重新进入' }];
    if (path === 'orders' && method === 'GET') return [200, orders];
    if (path === 'orders') return place(body, headers['Idempotency-Key']);
    const found = orders.find((one) => path.startsWith(`orders/${one.id}`));
    if (!found) return [404, { code: 'not_found', message: '没有这个订单' }];
    if (path.endsWith('/pay')) return [200, { way: 'h5', url: 'https://pay.example/1' }];
    if (path.endsWith('/cancel')) found.state = 'cancelled';
    return [200, found];
  };
  function place(body, key) {
    if (!byKey.has(key)) {
      byKey.set(key, order({ id: `o${orders.length + 1}`, kind: body.kind, table: body.table, note: body.note, total_fen: body.expected_total_fen }));
      orders.unshift(byKey.get(key));
    }
    return [201, byKey.get(key)];
  }
  return Object.assign(api, { orders, live });
}
