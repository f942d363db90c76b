/**
 * The shop's API as every platform under test reaches it: answers from the trade's own catalogue, numbers its orders from
 * one, and knows what a paid order is. The same questions in the same order get the same answers.
 */

const PAY_WITHIN_MS = 15 * 60000;

const refusal = (code, message) => ({ status: 409, body: { code, message } });

/**
 * @param {any} release that the package was built from
 * @param {{ now(): number }} clock
 */
export function createServer(release, clock) {
  const live = structuredClone({ catalog: release.catalog, shop: release.shop, definition: release.definition });
  const orders = [];
  const byKey = new Map();
  const at = (more_ms = 0) => new Date(clock.now() + more_ms).toISOString();
  const server = { live, orders, online: true, revision: 1 };

  function place(body, key) {
    if (!byKey.has(key)) {
      const lines = body.lines.map((line) => priced(live.catalog, line));
      const gone = lines.find((line) => line.problem);
      if (gone) return refusal('sold_out', `${gone.name}卖完了`);
      const made = drawUp(body, lines);
      if (made.total_fen !== body.expected_total_fen) return refusal('price_changed', `价格变了：${made.total_fen}`);
      orders.unshift(made);
      byKey.set(key, made);
    }
    return { status: 201, body: byKey.get(key) };
  }

  function drawUp(body, lines) {
    const boxes = body.kind === 'pickup' ? lines.reduce((sum, line) => sum + line.boxes, 0) : 0;
    const packing_fee_fen = boxes * live.shop.packing_fee_fen;
    const number = orders.length + 1;
    return {
      id: `o${number}`, number: `A00${number}`, kind: body.kind, state: 'unpaid', table: body.table, pickup_at: body.pickup_at,
      note: body.note, lines: lines.map(({ boxes: _, ...line }) => line), packing_fee_fen,
      total_fen: lines.reduce((sum, line) => sum + line.amount_fen, packing_fee_fen),
      created_at: at(), pay_before: at(PAY_WITHIN_MS), paid_at: null, timeline: [],
    };
  }

  /** An order gets on: `paid` by the payment's provider, the rest by the kitchen. */
  server.advance = (order, state) => {
    if (state === 'paid') order.paid_at = at();
    order.state = state;
    order.timeline.push({ state, at: at() });
  };

  function ofOrder(path, body) {
    const [, id, action] = /^orders\/(\w+)\/?(\w*)$/.exec(path) ?? [];
    const order = orders.find((one) => one.id === id);
    if (!order) return { status: 404, body: { code: 'not_found', message: '没有这个' } };
    if (action === 'pay') return { status: 200, body: payment(order, body) };
    if (action === 'cancel') server.advance(order, 'cancelled');
    return { status: 200, body: order };
  }

  /** @returns {{ status: number, body?: any, headers: Record<string, string> } | null} null: nobody answered */
  server.answer = ({ method, path, body, headers }) => {
    if (!server.online) return null;
    const tag = `"${server.revision}"`;
    const found = (name) => Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
    if (path === 'live' || path === 'catalog') {
      if (found('if-none-match') === tag) return { status: 304, headers: { ETag: tag } };
      return { status: 200, headers: { ETag: tag }, body: shown(live, path, server.revision, release.sha256) };
    }
    const answer = () => {
      if (path === 'session') return { status: 200, body: { token: 'token-1' } };
      if (found('authorization') !== 'Bearer token-1') return { status: 401, body: { code: 'signed_out', message: '请重新进入' } };
      if (path !== 'orders') return ofOrder(path, body);
      return method === 'POST' ? place(body, found('idempotency-key')) : { status: 200, body: orders };
    };
    return structuredClone({ headers: {}, ...answer() });
  };

  /** What is on sale changes, and every copy of it is old. */
  server.change = (change) => {
    change(live);
    server.revision++;
  };
  return server;
}

const shown = ({ catalog, definition, shop }, path, number, sha256) =>
  structuredClone(path === 'catalog' ? { ...catalog, revision: `r${number}` } : { number, sha256, definition, shop });

/** What the platforms' payments take, side by side: a real gateway answers one of them. */
const PAYMENT = {
  timeStamp: '1', nonceStr: 'n', signType: 'RSA', paySign: 's', bargainor_id: '1', order_token: 't', order_info_token: 't',
  payToken: 't', dealId: '1', appKey: 'k', dealTitle: 'd', signFieldsRange: '1', rsaSign: 's',
};

function payment({ id, total_fen }, { way, return_url }) {
  if (way === 'h5') return { way, url: `/pay?order=${id}&back=${encodeURIComponent(return_url)}` };
  const named = { package: `prepay_id=${id}`, tradeNO: id, order_id: id, order_no: id, orderId: id, tpOrderId: id };
  return { way, params: { ...PAYMENT, ...named, totalAmount: String(total_fen) } };
}

function priced(catalog, { dish: code, quantity, choices }) {
  const dish = catalog.dishes.find((one) => one.code === code);
  const chosen = choices.map((text) => {
    const [option, choice] = text.split(':');
    return dish.options.find((one) => one.code === option).choices.find((one) => one.code === choice);
  });
  const unit_price_fen = chosen.reduce((sum, choice) => sum + choice.price_fen, dish.price_fen);
  return {
    dish: code, name: dish.name, options: chosen.map((choice) => choice.name).join(' · '), quantity, unit_price_fen,
    amount_fen: unit_price_fen * quantity, picture: dish.picture, boxes: dish.box_count * quantity,
    ...(dish.sold_out && { problem: true }),
  };
}
