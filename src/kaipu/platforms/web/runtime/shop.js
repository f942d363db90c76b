/** What the document says of the shop it shows: read once, replaced only by the studio's preview. */

/** @type {{slug: string, api: string, pictures: string, sha256: string, definition: any, catalog: any, shop: any, base: string, as_files: boolean}} */
export const release = read();

function read() {
  const element = document.getElementById('kaipu-release');
  const found = JSON.parse(element.textContent);
  const base = new URL(found.base, document.baseURI).pathname;
  return { ...found, base, api: found.api && new URL(found.api, document.baseURI).href };
}
