/** An order as it is drawn, on its own page and among the others. Pure but for the reader's language. */

const { moment } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { address } = require('kaipu/goods/pictures');
const { pick, fill } = require('kaipu/words');

/** @typedef {import('kaipu/types').Order} Order */

const words = pick({
  zh: {
    unpaid: '等待付款',
    paid: '已付款',
    making: '制作中',
    ready: '做好了',
    done: '已完成',
    cancelled: '已取消',
    refunded: '已退款',
    table: '{n} 号桌',
    pickup: '到店自取',
  },
  en: {
    unpaid: 'To be paid',
    paid: 'Paid',
    making: 'Cooking',
    ready: 'Ready',
    done: 'Done',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
    table: 'Table {n}',
    pickup: 'Pick up',
  },
});

/** What stands on an order before and after it is placed. */
exports.terms = pick({
  zh: { dishes: '点了这些', packing: '打包费', total: '合计', note: '备注' },
  en: { dishes: 'Your dishes', packing: 'Packing', total: 'Total', note: 'Note' },
});

/** The way of an order that goes well, once it is paid. */
const STEPS = /** @type {const} */ (['paid', 'making', 'ready', 'done']);

/** Whether nothing more is going to happen to it. @param {Order} order */
exports.over = ({ state }) => ['done', 'cancelled', 'refunded'].includes(state);

/**
 * @param {Order} order
 * @param {import('kaipu/types').Shop} shop
 */
exports.draw = (order, shop) => {
  const { id, number, state, kind, note, lines, pickup_at, packing_fee_fen } = order;
  /** @param {string} at */
  const time = (at) => moment(shop, at);
  return {
    id,
    number,
    note,
    state: words[state],
    live: !exports.over(order),
    unpaid: state === 'unpaid',
    place: kind === 'table' ? fill(words.table, { n: order.table }) : words.pickup,
    at: time(order.created_at),
    pickup_at: pickup_at ? time(pickup_at) : '',
    packing: packing_fee_fen ? yuan(packing_fee_fen) : '',
    total: yuan(order.total_fen),
    lines: lines.map(({ name, options, quantity, amount_fen, picture }, index) => ({
      index,
      name,
      options,
      quantity,
      amount: yuan(amount_fen),
      picture: address(picture, shop),
      letter: name.slice(0, 1),
    })),
  };
};

/**
 * How far it has come; nothing for an order that is not on that way.
 * @param {Order} order
 * @param {import('kaipu/types').Shop} shop
 */
exports.steps = (order, shop) => {
  const reached = STEPS.findIndex((step) => step === order.state);
  if (reached < 0) return [];
  return STEPS.map((step, index) => {
    const entry = order.timeline.find(({ state }) => state === step);
    const at = entry ? moment(shop, entry.at) : '';
    return { step, name: words[step], done: index <= reached, now: index === reached, at };
  });
};
