/**
 * Controls by their place among all controls of a page. Some platforms have no names for screen readers, so what a script
 * names is looked up where there are names, and found at the same place elsewhere.
 */
import { all } from './words.mjs';

const controls = (tree) => all(tree, (node) => node.taps || node.field);

/** @param {number[] | null} [given] places that another host found by name */
export function marker(given) {
  const marks = [];
  return {
    marks,
    find(tree, byName, name) {
      const here = controls(tree);
      const named = here.some(({ role }) => role);
      const found = named || !given ? byName(tree, String(name)) : here[given[marks.length]];
      if (!found) throw new Error(`no control at the place of "${name}"`);
      marks.push(here.indexOf(found));
      return found;
    },
  };
}
