/**
 * WXSS to CSS: rpx, vh and vw become lengths of the phone-width column, class names take their file's scope, and the
 * tags of built-ins take the names they have in the document. A hand-made walk, because only names and lengths change;
 * strings, comments and everything else pass through.
 */
import { lengths } from '../../src/kaipu/platforms/web/runtime/drawing/lengths.js';

/** Built-in tags as the web run time names them; the others keep their HTML name. */
export const TAGS = {
  view: 'ui-view',
  text: 'ui-text',
  image: 'ui-image',
  swiper: 'ui-swiper',
  'swiper-item': 'ui-swiper-item',
  'scroll-view': 'ui-scroll',
  picker: 'ui-picker',
  'rich-text': 'ui-rich-text',
  navigator: 'a',
  icon: 'ui-icon',
  page: '.ui-page',
};

/** @param {{scope?: string, resolve?: (name: string) => string}} options scope: prefix of class names; resolve: text of an @import */
export function toCss(text, options = {}) {
  const walker = { text: text.replace(/\/\*[^]*?\*\//g, ' '), at: 0, options };
  const css = rules(walker);
  if (walker.at < walker.text.length) throw new SyntaxError(`unexpected } at offset ${walker.at}`);
  return css;
}

function rules(walker) {
  let css = '';
  while (walker.at < walker.text.length && walker.text[walker.at] !== '}') css += rule(walker);
  return css;
}

function rule(walker) {
  const prelude = until(walker, '{;}').trim();
  const stop = walker.text[walker.at];
  if (stop !== '{') {
    if (stop === ';') walker.at += 1;
    return prelude.startsWith('@') ? statement(prelude, walker.options) : refuseLoose(prelude);
  }
  walker.at += 1;
  const css = block(prelude, walker);
  if (walker.text[walker.at] !== '}') throw new SyntaxError(`missing } after ${prelude}`);
  walker.at += 1;
  return css;
}

function refuseLoose(prelude) {
  if (prelude) throw new SyntaxError(`neither a rule nor an at-rule: ${prelude}`);
  return '';
}

function block(prelude, walker) {
  if (/^@(media|supports|layer|container)\b/.test(prelude)) return `${condition(prelude)}{${rules(walker)}}\n`;
  if (/^@(-\w+-)?keyframes\b/.test(prelude)) return `${prelude}{${frames(walker)}}\n`;
  const body = declarations(walker);
  if (prelude.startsWith('@')) return `${prelude}{${body}}\n`;
  return `${selectors(prelude, walker.options.scope)}{${body}}\n`;
}

/** The column's width does not follow the window's, and conditions know no variables. */
function condition(prelude) {
  if (lengths(prelude) !== prelude) throw new SyntaxError(`rpx, vh and vw mean nothing in ${prelude}`);
  return prelude;
}

function frames(walker) {
  let css = '';
  for (;;) {
    const prelude = until(walker, '{}').trim();
    if (walker.text[walker.at] !== '{') return css;
    walker.at += 1;
    css += `${prelude}{${declarations(walker)}}`;
    walker.at += 1;
  }
}

function declarations(walker) {
  return until(walker, '{}')
    .split(/;(?=(?:[^'"()]|'[^']*'|"[^"]*"|\([^)]*\))*$)/)
    .map((declaration) => lengths(declaration.trim()))
    .filter(Boolean)
    .join(';');
}

function statement(prelude, options) {
  const imported = /^@import\s+(?:url\()?\s*['"]([^'"]+)['"]\s*\)?$/.exec(prelude);
  if (!imported) return `${prelude};\n`;
  if (!options.resolve) throw new SyntaxError(`nothing resolves ${prelude}`);
  return toCss(options.resolve(imported[1]), options);
}

/** Text up to one of the stop characters outside strings and parentheses; leaves `walker.at` on it. */
function until(walker, stops) {
  const start = walker.at;
  let depth = 0;
  for (; walker.at < walker.text.length; walker.at += 1) {
    const character = walker.text[walker.at];
    if (character === '\\') walker.at += 1;
    else if (character === '"' || character === "'") walker.at = closing(walker.text, walker.at);
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth <= 0 && stops.includes(character)) break;
  }
  return walker.text.slice(start, walker.at);
}

function closing(text, start) {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === text[start]) return at;
  }
  throw new SyntaxError(`unclosed string at offset ${start}`);
}

const SELECTOR_PART = /("[^"]*"|'[^']*'|\[[^\]]*\])|\.(-?[_a-zA-Z][\w-]*)|(^|[\s>+~,(])([a-z][a-z-]*)(?![\w(-])/g;

/** Each selector of a list; one without a class would reach beyond its file, so it is held within the page. */
function selectors(prelude, scope) {
  return split(prelude)
    .map((selector) => {
      const found = scoped(selector.trim(), scope);
      return scope && !found.includes('.') ? `.${scope}--page ${found}` : found;
    })
    .join(', ');
}

function scoped(selector, scope) {
  return selector.replace(SELECTOR_PART, (whole, literal, name, before, tag) => {
    if (literal !== undefined) return literal;
    if (name !== undefined) return `.${scope ? `${scope}--` : ''}${name}`;
    if (tag === 'page' && scope) return `${before}.${scope}--page`;
    return before + (TAGS[tag] ?? tag);
  });
}

/** At the commas outside of brackets and strings. */
const split = (list) => list.split(/,(?=(?:[^'"()[\]]|'[^']*'|"[^"]*"|\([^)]*\)|\[[^\]]*\])*$)/);
