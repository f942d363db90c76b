/**
 * When the shop is open, said to the shopper in the shop's own time. The same rules as the server's `opening_hours`: closing at
 * or before opening means on the next day, and openings that touch are one. Pure but for the reader's language.
 */

const { pick, fill } = require('kaipu/words');

/** @typedef {import('./types').ShopInformation} ShopInformation */
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
 * How far the shop's clock is ahead of UTC. Some engines have no time zones; shops are in China, whose clock has no summer time.
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

/** @param {ShopInformation} shop @param {number} now_ms */
const local_min = (shop, now_ms) => Math.floor(now_ms / MINUTE_MS) + ahead_min(shop.timezone, now_ms);

/** 1970-01-01 was a Thursday. @param {number} day @returns {number} 1 is Monday */
const weekday = (day) => ((day + 3) % 7) + 1;

/** @param {string} clock such as '06:30' */
const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** @param {number} minute */
const clockOf = (minute) => {
  const of_day = ((minute % DAY_MIN) + DAY_MIN) % DAY_MIN;
  return (100 + Math.floor(of_day / 60) + ':').slice(1) + String(100 + (of_day % 60)).slice(1);
};

/**
 * Openings from yesterday, which may last past midnight, to a week from now; in order, those that touch made one.
 * @param {ShopInformation} shop
 * @param {number} now minute of the shop's clock
 */
function spans(shop, now) {
  const today = Math.floor(now / DAY_MIN);
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
  const days = Math.floor(minute / DAY_MIN) - Math.floor(now / DAY_MIN);
  const day = days === 0 ? '' : days === 1 ? words.tomorrow : words.days[weekday(Math.floor(minute / DAY_MIN)) - 1];
  return (day ? day + ' ' : '') + clockOf(minute);
}

/**
 * Whether orders are taken now, and the sentence that says so.
 * @param {ShopInformation} shop
 * @param {number} now_ms
 */
exports.status = (shop, now_ms) => {
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
 * @param {ShopInformation} shop
 * @param {number} now_ms
 */
exports.week = (shop, now_ms) => {
  const today = weekday(Math.floor(local_min(shop, now_ms) / DAY_MIN));
  /** @type {{ first: number, last: number, times: string }[]} */
  const rows = [];
  for (let day = 1; day <= 7; day++) {
    const times = shop.hours
      .filter((hours) => hours.days.includes(day))
      .sort((one, other) => minutes(one.opens) - minutes(other.opens))
      .map((hours) => hours.opens + '–' + hours.closes)
      .join('  ');
    const last = rows[rows.length - 1];
    if (last && last.times === times) last.last = day;
    else rows.push({ first: day, last: day, times });
  }
  return rows.map(({ first, last, times }) => ({ days: daysText(first, last), times: times || words.closed, today: first <= today && today <= last }));
};

/** @param {number} first @param {number} last */
function daysText(first, last) {
  if (last - first === 6) return words.daily;
  return first === last ? words.days[first - 1] : words.days[first - 1] + words.to + words.days[last - 1];
}

/**
 * A moment on the shop's clock: '12:05', or '11-24 12:05' on another day.
 * @param {ShopInformation} shop
 * @param {string} at ISO 8601
 * @param {number} now_ms
 */
exports.moment = (shop, at, now_ms) => {
  const minute = local_min(shop, Date.parse(at));
  if (Math.floor(minute / DAY_MIN) === Math.floor(local_min(shop, now_ms) / DAY_MIN)) return clockOf(minute);
  return new Date(minute * MINUTE_MS).toISOString().slice(5, 10) + ' ' + clockOf(minute);
};

exports.local_min = local_min;
exports.spans = spans;
exports.when = when;
