/**
 * Reads a template's markup: elements with attributes, text, comments. Strict, as the platforms' compilers are: a tag that
 * is not closed, or closed by another, throws. Knows nothing of any platform.
 */
import { compile } from './expression.mjs';

const PIECE = /<!--[^]*?-->|<(\/?)([\w-]+)((?:\s+[^\s=<>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|(?:\{\{[^]*?\}\}|[^<{]|\{)+/y;
const ATTRIBUTE = /([^\s=<>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&nbsp;': '\u00a0' };

/** @typedef {{ tag: string, attributes: Map<string, any>, children: any[], code?: string }} Element */

/**
 * @param {string} text of a template file @param {string} raw the tag whose content is code
 * @returns {Element} a nameless element around all of it
 */
export function parse(text, raw = '') {
  const root = { tag: '', attributes: new Map(), children: [] };
  const open = [root];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(text);
    if (!piece) throw new Error(`no markup at ${at}: ${text.slice(at, at + 60)}`);
    take(piece, open);
    if (piece[2] === raw && !piece[1] && !piece[4]) {
      const end = text.indexOf(`</${raw}>`, PIECE.lastIndex);
      open.at(-1).code = text.slice(PIECE.lastIndex, end);
      PIECE.lastIndex = end;
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1).tag}> is not closed`);
  return root;
}

function take([whole, closing, tag, attributes, alone], open) {
  const parent = open.at(-1);
  if (!tag) {
    if (!whole.startsWith('<!--') && whole.trim()) parent.children.push({ text: valueOf(unescaped(whole)) });
  } else if (closing) {
    if (parent.tag !== tag) throw new Error(`</${tag}> closes <${parent.tag}>`);
    open.pop();
  } else {
    const element = { tag, attributes: attributesOf(attributes), children: [] };
    parent.children.push(element);
    if (!alone) open.push(element);
  }
}

function attributesOf(text) {
  const attributes = new Map();
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`${name} twice: ${text}`);
    attributes.set(name, double ?? single ?? null);
  }
  return attributes;
}

const unescaped = (text) => text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * What a text with double braces stands for: alone, the value itself; among other text, text.
 * @param {string} text
 * @returns {(scope: object) => any}
 */
export function valueOf(text) {
  const both = boundBothWays(text);
  if (both) return compile(both);
  const parts = text.split(/\{\{([^]*?)\}\}/);
  if (parts.length === 1) return () => text;
  const values = parts.map((part, index) => (index % 2 ? compile(part) : () => part));
  if (parts.length === 3 && !parts[0].trim() && !parts[2].trim()) return values[1];
  return (scope) => values.map((value) => written(value(scope), text)).join('');
}

/** The data that `{= text =}` is bound to, both ways. https://smartprogram.baidu.com/docs/develop/framework/view_bind/ */
export const boundBothWays = (text) => /^\s*\{=\s*([\w.[\]]+)\s*=\}\s*$/.exec(text)?.[1];

/** Platforms write nothing in different ways, so a template must not. */
export function written(value, text) {
  if (value === undefined || value === null) throw new Error(`${value} would be written: ${text}`);
  return String(value);
}
