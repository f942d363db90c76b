/**
 * When the shop is open, said to the shopper in the shop's own time. The same rules as the server's `opening_hours`:
 * closing at or before opening means on the next day, and openings that touch are one. Pure but for the reader's
 * language.
 */

const { pick, fill } = require('kaipu/words');

/** @typedef {import('./types').ShopInformation} ShopInformation */
/** @typedef {{ shop: ShopInformation, now_ms: number }} Now */
/** @typedef {{ opens: number, closes: number }} Span minutes of the shop's clock since 1970 */

const DAY_MIN = 1440;
const MINUTE_MS = 60000;
const CHINA_MIN = 480;

const words = pick({
  zh: {
    open: '营业中',
    closed: '休息中',
    until: '营业中 · 至 {time}',
    opens: '休息中 · {time} 开门',
    tomorrow: '明天',
    daily: '每天',
    to: '至',
    days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  },
  en: {
    open: 'Open now',
    closed: 'Closed now',
    until: 'Open · until {time}',
    opens: 'Closed · opens {time}',
    tomorrow: 'tomorrow',
    daily: 'Daily',
    to: '–',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
});

/**
 * How far the shop's clock is ahead of UTC. Some engines have no time zones; shops are in China, whose clock has no
 * summer time.
 * @param {string} timezone
 * @param {number} now_ms
 */
function ahead_min(timezone, now_ms) {
  if (timezone === 'Asia/Shanghai') return CHINA_MIN;
  /** @param {string} timeZone */
  const clock = (timeZone) => Date.parse(new Date(now_ms).toLocaleString('en-US', { timeZone }));
  try {
    return Math.round((clock(timezone) - clock('UTC')) / MINUTE_MS) || 0;
  } catch (_) {
    return CHINA_MIN;
  }
}

/**
 * A moment as a minute of the shop's clock, as if that were UTC.
 * @param {ShopInformation} shop
 * @param {number} at_ms
 */
const local_min = (shop, at_ms) => Math.floor(at_ms / MINUTE_MS) + ahead_min(shop.timezone, at_ms);

/** @param {number} minute */
const dayOf = (minute) => Math.floor(minute / DAY_MIN);

/** 1970-01-01 was a Thursday. @param {number} day @returns {number} 1 is Monday */
const weekday = (day) => ((day + 3) % 7) + 1;

/** @param {string} clock such as '06:30' */
const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** '11-24T12:05' @param {number} minute */
const written = (minute) => new Date(minute * MINUTE_MS).toISOString().slice(5, 16);

/**
 * Openings from yesterday, which may last past midnight, to a week from now; in order, those that touch made one.
 * @param {ShopInformation} shop
 * @param {number} now minute of the shop's clock
 */
function spans(shop, now) {
  const today = dayOf(now);
  /** @type {Span[]} */
  const found = [];
  for (let day = today - 1; day <= today + 7; day++) {
    shop.hours.forEach((hours) => {
      if (!hours.days.includes(weekday(day))) return;
      const opens = day * DAY_MIN + minutes(hours.opens);
      const closes = day * DAY_MIN + minutes(hours.closes);
      found.push({ opens, closes: closes > opens ? closes : closes + DAY_MIN });
    });
  }
  found.sort((one, other) => one.opens - other.opens);
  return found.reduce((whole, span) => {
    const last = whole[whole.length - 1];
    if (last && span.opens <= last.closes) last.closes = Math.max(last.closes, span.closes);
    else whole.push(span);
    return whole;
  }, /** @type {Span[]} */ ([]));
}

/** @param {number} minute @param {number} now */
function when(minute, now) {
  const days = dayOf(minute) - dayOf(now);
  const day = days > 1 ? words.days[weekday(dayOf(minute)) - 1] : words.tomorrow;
  return (days ? day + ' ' : '') + written(minute).slice(6);
}

/**
 * Whether orders are taken now, and the sentence that says so.
 * @param {Now} now
 */
exports.status = ({ shop, now_ms }) => {
  if (shop.opening === 'closed') return { open: false, text: shop.closed_note || words.closed };
  if (shop.opening === 'open') return { open: true, text: words.open };
  const now = local_min(shop, now_ms);
  const next = spans(shop, now).find((span) => span.closes > now);
  if (!next) return { open: false, text: words.closed };
  if (next.opens > now) return { open: false, text: fill(words.opens, { time: when(next.opens, now) }) };
  const always = next.closes - now > 6 * DAY_MIN;
  return { open: true, text: always ? words.open : fill(words.until, { time: when(next.closes, now) }) };
};

/**
 * The week's hours, days with the same hours in one row.
 * @param {Now} now
 */
exports.week = ({ shop, now_ms }) => {
  const today = weekday(dayOf(local_min(shop, now_ms)));
  /** @type {{ first: number, last: number, times: string }[]} */
  const rows = [];
  for (let day = 1; day <= 7; day++) {
    const times = shop.hours
      .filter((hours) => hours.days.includes(day))
      .map((hours) => hours.opens + '–' + hours.closes)
      .sort()
      .join('  ');
    const last = rows[rows.length - 1];
    if (last && last.times === times) last.last = day;
    else rows.push({ first: day, last: day, times });
  }
  return rows.map(({ first, last, times }) => ({
    days: daysText(first, last),
    times: times || words.closed,
    today: first <= today && today <= last,
  }));
};

/** @param {number} first @param {number} last */
function daysText(first, last) {
  if (last - first === 6) return words.daily;
  return first === last ? words.days[first - 1] : words.days[first - 1] + words.to + words.days[last - 1];
}

/**
 * A moment on the shop's clock: '12:05', or '11-24 12:05' on another day.
 * @param {Now} now
 * @param {string} at ISO 8601
 */
exports.moment = ({ shop, now_ms }, at) => {
  const minute = local_min(shop, Date.parse(at));
  const text = written(minute).replace('T', ' ');
  return dayOf(minute) === dayOf(local_min(shop, now_ms)) ? text.slice(6) : text;
};

exports.local_min = local_min;
exports.dayOf = dayOf;
exports.spans = spans;
exports.when = when;
