/** start(bundle): the shop takes over the document it came with. */
import { declare, provide } from './drawing/components.js';
import { listenForTaps } from './drawing/events.js';
import { takeJoinedBlocks } from './drawing/joined-blocks.js';
import { drawTabs, startFrames } from './pages/frame.js';
import { inPreview, watchPreview } from './preview.js';
import { expectRest, fetchRest } from './pages/rest.js';
import { back, navigate, replace, routes, startRouter } from './pages/router.js';
import { release, shopElement } from './shop.js';

/** Lets the first page's pictures go first. */
const REST_DELAY_MS = 300;

/** @type {{launch?(query: object): void, show?(): void}} */
let definition = {};

/** The module platform's `app`. */
export function app(given) {
  definition = given;
}

/**
 * @param {{
 *   components: any[], templates: object, loads: Record<string, () => void>,
 *   rest: string, modules: Record<string, () => any>, app: () => void,
 * }} bundle
 */
export async function start(bundle) {
  declare(bundle.components);
  provide(bundle);
  takeJoinedBlocks();
  expectRest(bundle);
  bundle.app();
  definition.launch?.(Object.fromEntries(new URLSearchParams(location.search)));
  const store = bundle.modules['kaipu/store']();
  await startRouter(() => {
    startFrames({ back, openTab: (index) => navigate(routes.tabs()[index]) });
    followDefinition(store);
    listenForTaps(shopElement);
    listenForLinks();
  });
  definition.show?.();
  document.addEventListener('visibilitychange', () => document.hidden || definition.show?.());
  if (inPreview)
    watchPreview(
      () => store.refresh(true),
      (page) => navigate(`pages/${page}/${page}`),
    );
  // What is not needed yet may fail to come: it is asked for again when it is.
  setTimeout(() => fetchRest().catch(() => undefined), REST_DELAY_MS);
}

/** @param {string} page of the definition */
function openPage(page) {
  const tab = `pages/${page}/${page}`;
  if (routes.tabs().includes(tab)) navigate(tab);
  else navigate('pages/page/page', { page });
}

/** Tabs and addresses are those of the definition on screen, which may be newer than the document's. */
function followDefinition(store) {
  let drawn = '';
  const follow = () => {
    release.definition = store.content().definition;
    const text = JSON.stringify(release.definition.tabs);
    if (text !== drawn) drawTabs(release.definition.tabs);
    drawn = text;
  };
  follow();
  store.on(follow);
}

/** Links in templates (navigator) ask here what their address is, and to be followed. */
function listenForLinks() {
  addEventListener('kaipu:address', (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const { path, query } = parse(detail.target);
    detail.url = routes.toUrl(path, query);
  });
  addEventListener('kaipu:go', (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const { path, query } = parse(detail.target);
    if (detail.open === 'navigateBack') back();
    else if (detail.open === 'redirect') replace(path, query);
    else navigate(path, query);
  });
}

function parse(target) {
  const url = new URL(target, 'https://app/');
  return { path: url.pathname.slice(1), query: Object.fromEntries(url.searchParams) };
}
