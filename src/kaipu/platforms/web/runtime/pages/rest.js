/** The second script, with all pages but the first: fetched when the first one stands, or sooner when it is wanted. */
import { provide } from '../drawing/components.js';

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
let address = '';
/** @type {Promise<void> | null} */
let coming = null;

/** @param {{rest: string, modules: Record<string, () => unknown>}} bundle */
export function expectRest({ rest, modules }) {
  address = new URL(rest, script.src).href;
  /** @type {any} */ (window).kaipuShop = { modules, add: provide };
}

/** Rejects when it did not come; the next call tries again. */
export function fetchRest() {
  coming =
    coming ??
    append().catch((problem) => {
      coming = null;
      throw problem;
    });
  return coming;
}

/** @returns {Promise<void>} */
function append() {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`not loaded: ${address}`));
    document.head.append(element);
  });
}
