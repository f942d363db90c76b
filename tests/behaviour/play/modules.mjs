/** CommonJS as mini-programs have it: a module is found by a path beside the one that asks, and runs once. */

/**
 * @param {string} ending that a path may lack
 * @param {(file: string) => string | undefined} read a file of the package
 * @param {(code: string, file: string) => (...given: any[]) => void} wrap makes `(require, module, exports) => void` of it
 */
export function createModules(read, wrap, ending = '.js') {
  const loaded = new Map();

  function load(file) {
    if (loaded.has(file)) return loaded.get(file).exports;
    const code = read(file);
    if (code === undefined) throw new Error(`no module ${file}`);
    const module = { exports: {} };
    loaded.set(file, module);
    wrap(code, file)((name) => load(place(file, name, ending)), module, module.exports);
    return module.exports;
  }
  return load;
}

/** @param {string} from @param {string} name '../kaipu/cart' */
export function place(from, name, ending = '.js') {
  if (!name.startsWith('.') && !name.startsWith('/')) throw new Error(`${from} asks for ${name}, which is no path`);
  const steps = name.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of name.split('/')) {
    if (step === '..') {
      if (!steps.length) throw new Error(`${from} leaves the package: ${name}`);
      steps.pop();
    } else if (step && step !== '.') steps.push(step);
  }
  const file = steps.join('/');
  return file.endsWith(ending) ? file : `${file}${ending}`;
}
