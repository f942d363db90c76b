/** Data of pages and components: changed by paths, as on every platform. */

/** @param {any} data @param {Record<string, any>} changes path such as 'n[3]' or 'a.b' -> value */
export function put(data, changes) {
  for (const [path, value] of Object.entries(changes)) {
    if (value === undefined) throw new Error(`setData: ${path} is undefined`);
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const last = steps.pop();
    steps.reduce((part, step) => part[step], data)[last] = value;
  }
}

/** As it comes out at the other end of a bridge that only takes JSON. */
export const copied = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
