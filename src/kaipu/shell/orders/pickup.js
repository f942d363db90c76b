/** When an order can be picked up. The same clock and openings as `hours`; pure but for the reader's language. */

const { local_min, spans, when } = require('kaipu/hours');

const DAY_MIN = 1440;
const MINUTE_MS = 60000;
const MOST_SLOTS = 40;
/** How long a shop that its owner keeps open beyond its hours is trusted to stay so. */
const KEPT_OPEN_MIN = 180;

/**
 * The times at which something can be picked up: of what is left of today, or else of the next day that is open.
 * @param {import('kaipu/types').ShopInformation} shop
 * @param {number} now_ms
 * @param {number} ready_min how long the kitchen needs at least
 * @param {number} step_min
 */
exports.slots = (shop, now_ms, ready_min, step_min) => {
  const now = local_min(shop, now_ms);
  const shift = now - Math.floor(now_ms / MINUTE_MS);
  const from = Math.ceil((now + ready_min) / step_min) * step_min;
  const open = shop.opening === 'closed' ? [] : shop.opening === 'open' ? [{ opens: now, closes: now + KEPT_OPEN_MIN }] : spans(shop, now);
  /** @type {{ at: string, label: string }[]} */
  const slots = [];
  let day = 0;
  open.forEach((span) => {
    for (let minute = Math.max(from, Math.ceil((span.opens + step_min) / step_min) * step_min); minute <= span.closes; minute += step_min) {
      day = day || Math.floor(minute / DAY_MIN);
      if (Math.floor(minute / DAY_MIN) !== day || slots.length === MOST_SLOTS) return;
      slots.push({ at: new Date((minute - shift) * MINUTE_MS).toISOString(), label: when(minute, now) });
    }
  });
  return slots;
};
