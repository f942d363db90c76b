/**
 * rich-text: foreign text becomes elements of an allow-list, built one by one. Markup is parsed in an inert document and
 * never assigned; what the list does not name is dropped, its text stays.
 */
import { lengths } from '../lengths.js';

const TAGS = new Set(
  (
    'a abbr b blockquote br code del div em figure figcaption h1 h2 h3 h4 h5 h6 hr i img ins li ol p q s small span strong ' +
    'sub sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);
const SILENT = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'noscript',
  'title',
  'textarea',
  'select',
]);
const ATTRIBUTES = {
  img: ['src', 'alt', 'width', 'height'],
  a: ['href', 'title'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
const STYLES = [
  'color',
  'background-color',
  'font-size',
  'font-weight',
  'font-style',
  'text-align',
  'text-decoration',
  'line-height',
  'width',
  'margin',
  'padding',
];

export function createRichText() {
  const host = document.createElement('ui-rich-text');
  return Object.assign(host, {
    set(name, value) {
      if (name !== 'nodes') return false;
      const children = typeof value === 'string' ? fromMarkup(value) : (value || []).map(fromNode);
      host.replaceChildren(...children.filter(Boolean));
      return true;
    },
  });
}

/** A strict policy complains of styles and handlers even where nothing runs; by another name they are only text. */
const REFUSED = /\s(?=(style|on\w+)\s*=)/gi;
const STYLE = 'data-style';

function fromMarkup(markup) {
  const quiet = markup.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(REFUSED, ' data-'));
  return [...new DOMParser().parseFromString(quiet, 'text/html').body.childNodes].flatMap(clean);
}

/** @returns {Node[]} */
function clean(node) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const tag = node.localName;
  if (SILENT.has(tag)) return [];
  const children = [...node.childNodes].flatMap(clean);
  if (!TAGS.has(tag)) return children;
  return [build(tag, (name) => node.getAttribute(name), node.getAttribute(STYLE), children)];
}

/** The list form: {name, attrs, children} and {type: 'text', text}. */
function fromNode(node) {
  if (node.type === 'text') return document.createTextNode(String(node.text ?? ''));
  const tag = String(node.name ?? '').toLowerCase();
  if (!TAGS.has(tag)) return null;
  const attributes = node.attrs ?? {};
  const children = (node.children ?? []).map(fromNode).filter(Boolean);
  return build(tag, (name) => attributes[name] ?? null, attributes.style, children);
}

function build(tag, read, style, children) {
  const element = document.createElement(tag);
  for (const name of ATTRIBUTES[tag] ?? []) {
    const value = read(name);
    const fine = value !== null && (!/^(src|href)$/.test(name) || isSafe(value));
    if (fine) element.setAttribute(name, String(value));
  }
  if (tag === 'img' && !element.hasAttribute('alt')) element.setAttribute('alt', '');
  if (style) copyStyle(element, String(style));
  element.append(...children);
  return element;
}

function copyStyle(element, text) {
  const { style } = document.createElement('span');
  style.cssText = lengths(text);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value) element.style.setProperty(name, value);
  }
}

/** Addresses of the web only: no scripts, no data. */
function isSafe(address) {
  try {
    return /^(https?|tel|mailto):$/.test(new URL(String(address), document.baseURI).protocol);
  } catch {
    return false;
  }
}
