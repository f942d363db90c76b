/** What the document says of the shop it shows: read once, replaced only by the studio's preview. */

const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The column that everything is drawn in. */
export const shopElement = byId('kaipu-shop');

/**
 * @typedef {{slug: string, api: string, pictures: string, sha256: string, definition: any, catalog: any, shop: any}} Content
 * @type {Content & {base: string, as_files: boolean}}
 */
export const release = read();

/** A shop that is served as files has its release in a script of its own; each document only says where it stands. */
function read() {
  const inlined = JSON.parse(byId('kaipu-release').textContent ?? '');
  const found = { .../** @type {any} */ (window).kaipuRelease, ...inlined };
  const base = new URL(found.base, document.baseURI).pathname;
  return { ...found, base, api: found.api && new URL(found.api, document.baseURI).href };
}
