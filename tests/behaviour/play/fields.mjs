/** What stands in a field: what was typed, until the page gives it another value. */

export function createFields() {
  const typed = new Map();
  return {
    type: (key, text) => void typed.set(key, { text }),
    /** @param {any} key of the field @param {string | undefined} value that the page gives it */
    shown(key, value) {
      const found = typed.get(key);
      if (!found) return value;
      if (!('value' in found)) found.value = value;
      if (found.value === value) return found.text;
      typed.delete(key);
      return value;
    },
  };
}
