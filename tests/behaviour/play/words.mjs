/**
 * What a reader sees of a drawn page, the same however it was drawn: `{ tag, label, role, hidden, field, children }` of any
 * stage becomes lines, a line for each box that holds text.
 */

const INLINE = new Set(['text', 'span', '#']);

/** @param {any} root @returns {string[]} */
export function linesOf(root) {
  const lines = [];
  let words = [];
  const end = () => {
    if (words.length) lines.push(words.join(' '));
    words = [];
  };
  const visit = (node) => {
    if (typeof node === 'string') {
      const text = node.replace(/\s+/g, ' ').trim();
      if (text) words.push(text);
      return;
    }
    if (node.hidden) return;
    if (!INLINE.has(node.tag)) end();
    if (node.field) words.push(`[${node.field.value || node.field.placeholder || ''}]`);
    node.children.forEach(visit);
    if (!INLINE.has(node.tag)) end();
  };
  visit(root);
  end();
  return lines;
}

/** What a control is called: by its label, else by what stands on it. */
export const nameOf = (node) => node.label || linesOf(node).join(' ');

/** @param {any} root @param {(node: any) => boolean} wanted @returns {any[]} in the order of the page */
export function all(root, wanted) {
  const found = [];
  const visit = (node) => {
    if (typeof node === 'string' || node.hidden) return;
    if (wanted(node)) found.push(node);
    node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** The button of this name that lies on top: where there are several, the last one. */
export function buttonOf(root, name) {
  const buttons = all(root, (node) => node.role === 'button');
  const fits = name.endsWith('…') ? (node) => nameOf(node).startsWith(name.slice(0, -1)) : (node) => nameOf(node) === name;
  const found = buttons.findLast(fits);
  if (!found) throw new Error(`no button "${name}" among: ${buttons.map(nameOf).join(' | ')}`);
  return found;
}

export function fieldOf(root, name) {
  const fields = all(root, (node) => node.field);
  const found = fields.findLast((node) => node.label === name);
  if (!found) throw new Error(`no field "${name}" among: ${fields.map((node) => node.label).join(' | ')}`);
  return found;
}
