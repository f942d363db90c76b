/**
 * When an order can be picked up, and whether anything can be ordered now. The same clock and openings as `hours`; pure
 * but for the reader's language.
 */

const { dayOf, local_min, spans, status, when } = require('kaipu/hours');

/** @typedef {{ shop: import('kaipu/types').ShopInformation, now_ms: number }} Now */

const MINUTE_MS = 60000;
/** How long the kitchen needs at least, and how far apart the times are. */
const READY_MIN = 15;
const STEP_MIN = 15;
/** How long a shop that its owner keeps open beyond its hours is trusted to stay so. */
const KEPT_OPEN_MIN = 180;

/** @param {number} minute */
const rounded = (minute) => Math.ceil(minute / STEP_MIN) * STEP_MIN;

/**
 * The times to choose from: of what is left of today, or else of tomorrow.
 * @param {Now} now
 */
function slots({ shop, now_ms }) {
  const now = local_min(shop, now_ms);
  const shift = now - Math.floor(now_ms / MINUTE_MS);
  const kept = shop.opening === 'open' ? [{ opens: now, closes: now + KEPT_OPEN_MIN }] : [];
  /** @type {{ at: string, label: string }[][]} */
  const days = [[], []];
  (shop.opening === 'hours' ? spans(shop, now) : kept).forEach(({ opens, closes }) => {
    for (let minute = rounded(Math.max(now, opens) + READY_MIN); minute <= closes; minute += STEP_MIN) {
      const day = days[dayOf(minute) - dayOf(now)];
      if (day) day.push({ at: new Date((minute - shift) * MINUTE_MS).toISOString(), label: when(minute, now) });
    }
  });
  return days[0].length ? days[0] : days[1];
}

exports.slots = slots;

/**
 * Whether there is any way to order at this moment.
 * @param {Now} now
 */
exports.takesOrders = (now) =>
  status(now).open || (now.shop.order_kinds.includes('pickup') && slots(now).length > 0);
