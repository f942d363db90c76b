/**
 * A stand-in for the shopper API while the shop's pages are being drawn: prices, opens and advances orders in memory, so
 * that the whole way to a paid order can be walked. For development only.
 */
import { randomUUID } from 'node:crypto';

const PAY_WITHIN_MS = 15 * 60 * 1000;
const STAGE_MS = 8000;

export function fakeApi(release) {
  const orders = new Map();
  const byKey = new Map();

  function place(body, key) {
    if (byKey.has(key)) return [201, byKey.get(key)];
    const lines = body.lines.map((line) => priced(release.catalog, line));
    if (lines.some((line) => !line)) return [409, problem('sold_out', '有一样卖完了')];
    const boxes = body.kind === 'pickup' ? lines.reduce((sum, line) => sum + line.boxes, 0) : 0;
    const packing_fee_fen = boxes * release.shop.packing_fee_fen;
    const total_fen = lines.reduce((sum, line) => sum + line.amount_fen, packing_fee_fen);
    if (total_fen !== body.expected_total_fen) return [409, problem('price_changed', '价格变了，请再看一眼')];
    const now = Date.now();
    const order = {
      id: randomUUID(),
      number: `A${String(orders.size + 1).padStart(3, '0')}`,
      kind: body.kind,
      state: 'unpaid',
      table: body.table ?? null,
      pickup_at: body.pickup_at ?? null,
      note: body.note ?? '',
      lines,
      packing_fee_fen,
      total_fen,
      created_at: new Date(now).toISOString(),
      pay_before: new Date(now + PAY_WITHIN_MS).toISOString(),
      paid_at: null,
      timeline: [],
    };
    orders.set(order.id, order);
    byKey.set(key, order);
    return [201, order];
  }

  function pay(order, body, origin) {
    const back = encodeURIComponent(body.return_url ?? '');
    return [200, { way: 'h5', url: `${origin}/fake-pay?order=${order.id}&back=${back}` }];
  }

  function settle(id) {
    const order = orders.get(id);
    if (!order || order.state !== 'unpaid') return;
    order.paid_at = new Date().toISOString();
    ['paid', 'making', 'ready', 'done'].forEach((state, index) =>
      setTimeout(() => advance(order, state), index * STAGE_MS).unref(),
    );
  }

  function answer({ method, path, body, key, origin }) {
    if (path === 'live')
      return [200, { number: 1, sha256: release.sha256, definition: release.definition, shop: release.shop }];
    if (path === 'catalog') return [200, release.catalog];
    if (path === 'session') return [200, { token: 'development' }];
    if (path === 'orders')
      return method === 'POST' ? place(body, key) : [200, [...orders.values()].reverse()];
    const [, id, action] = /^orders\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    const order = orders.get(id);
    if (!order) return [404, problem('not_found', '没有这个')];
    if (action === 'pay') return pay(order, body, origin);
    if (action === 'cancel') advance(order, 'cancelled');
    return [200, order];
  }

  return { answer, settle };
}

const problem = (code, message) => ({ code, message });

function advance(order, state) {
  order.state = state;
  order.timeline.push({ state, at: new Date().toISOString() });
}

function priced(catalog, { dish: code, quantity, choices = [] }) {
  const dish = catalog.dishes.find((one) => one.code === code);
  if (!dish || dish.sold_out) return null;
  const chosen = choices.map((text) => find(dish, text.split(':')));
  const unit_price_fen = chosen.reduce((sum, choice) => sum + choice.price_fen, dish.price_fen);
  return {
    dish: code,
    name: dish.name,
    options: chosen.map((choice) => choice.name).join(' · '),
    quantity,
    unit_price_fen,
    amount_fen: unit_price_fen * quantity,
    picture: dish.picture,
    boxes: dish.box_count * quantity,
  };
}

function find(dish, [option, choice]) {
  return dish.options.find((one) => one.code === option).choices.find((one) => one.code === choice);
}
