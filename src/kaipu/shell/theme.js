/**
 * The theme as CSS variables. A merchant picks five colours by eye; the ones that text needs are worked out from them,
 * so that words stay readable (4.5:1) whatever was picked.
 */

/** @typedef {number[]} Color red, green, blue: 0-255 */

const READABLE = 4.5;
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

/** @param {string} hex @returns {Color} */
const parse = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** @param {Color} color */
const print = (color) => '#' + color.map((part) => (256 + Math.round(part)).toString(16).slice(1)).join('');

/** @param {Color} from @param {Color} to @param {number} share of `to` @returns {Color} */
const mix = (from, to, share) => from.map((part, at) => part + (to[at] - part) * share);

/** Relative luminance, WCAG 2. @param {Color} color */
const luminance = (color) => {
  const [red, green, blue] = color.map((part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** @param {Color} one @param {Color} other */
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/**
 * The nearest colour on the way from `color` to `sure` that can be read on all of `grounds`.
 * @param {Color} color
 * @param {Color} sure
 * @param {Color[]} grounds
 */
function readable(color, sure, grounds) {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = parse(print(mix(color, sure, share)));
    if (grounds.every((ground) => contrast(tried, ground) >= READABLE)) return tried;
  }
  return sure;
}

/** White if it can be read there, else the darkest colour. @param {Color} ground @param {Color} dark */
const on = (ground, dark) => (contrast(WHITE, ground) >= READABLE ? WHITE : readable(dark, BLACK, [ground]));

/**
 * A style attribute's text.
 * @param {import('./types').Theme} theme
 */
exports.style = (theme) => {
  const primary = parse(theme.primary);
  const accent = parse(theme.accent);
  const background = parse(theme.background);
  const surface = parse(theme.surface);
  const soft = mix(background, primary, 0.07);
  const grounds = [background, surface, soft];
  const ink = readable(parse(theme.text), contrast(BLACK, surface) > READABLE ? BLACK : WHITE, grounds);
  /** @type {Record<string, Color>} */
  const colors = {
    primary,
    accent,
    background,
    surface,
    text: ink,
    muted: readable(mix(ink, background, 0.45), ink, grounds),
    line: mix(surface, ink, 0.1),
    soft,
    strong: readable(primary, ink, grounds),
    'on-primary': on(primary, ink),
    'on-accent': on(accent, ink),
  };
  return Object.keys(colors)
    .map((name) => '--kp-' + name + ':' + print(colors[name]))
    .concat('--kp-radius:' + theme.radius_px * 2 + 'rpx')
    .join(';');
};
