/**
 * The studio's preview: the parent of this frame hands over the document it is editing, and learns which node was
 * tapped. Messages count only from the parent and only from the shop's own origin. Nothing is fetched or kept: what the
 * shell asks of the server is answered from the last message.
 */
import { nearest } from './drawing/events.js';
import { release } from './shop.js';

export const inPreview = parent !== window && new URLSearchParams(location.search).has('preview');

const REFUSED = { zh: '这是预览，不能下单', en: 'This is a preview; nothing can be ordered' };

/**
 * A message brings what has changed: the definition, and the catalogue and shop information where they did; and the page
 * to stand on.
 * @param {() => void} redraw
 * @param {(page: string) => void} open
 */
export function watchPreview(redraw, open) {
  const { origin } = new URL(location.href);
  let page = '';
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== parent || from !== origin || data?.type !== 'kaipu:preview') return;
    const { definition, catalog = release.catalog, shop = release.shop } = data;
    Object.assign(release, { definition, catalog, shop, sha256: String(performance.now()) });
    redraw();
    if (data.page && data.page !== page) open((page = data.page));
  });
  document.addEventListener('click', (event) => tell(event, origin), true);
  parent.postMessage({ type: 'kaipu:ready' }, origin);
}

/** @param {string} url @param {'zh' | 'en'} language */
export async function answerPreview(url, language) {
  const { sha256, definition, catalog, shop } = release;
  const headers = { etag: sha256 };
  if (url.endsWith('/live')) return { status: 200, body: { number: 0, sha256, definition, shop }, headers };
  if (url.endsWith('/catalog')) return { status: 200, body: catalog, headers };
  return { status: 409, body: { code: 'preview', message: REFUSED[language] }, headers };
}

function tell(event, origin) {
  const node = nodeOf(event.target);
  if (node) parent.postMessage({ type: 'kaipu:select', node }, origin);
}

/** The node on the page that drew `target`: the nearest block around it knows its id. */
function nodeOf(target) {
  for (let element = nearest(target); element; element = nearest(element.parentNode)) {
    const id = element.__wxElement.dataset.node;
    if (id) return id;
  }
  return '';
}
