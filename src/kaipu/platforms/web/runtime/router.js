/**
 * The pages that are open, one per step of the browser's history, and the one that is shown. Tab pages live on when
 * left; others close when the reader goes back past them or switches tab, and are drawn again if history returns.
 */
import { addresses } from './addresses.js';
import { createPage, isKnown, scopeOf, settingsOf } from './components.js';
import { createFrame, showFrame } from './frame.js';
import { release } from './shop.js';

export const routes = addresses({
  base: release.base,
  definition: () => release.definition,
  isShellPage: (name) => isKnown(`pages/${name}/${name}`),
});

/** @type {any[]} by depth in history; {path, query, frame, page, scrollTop} */
const steps = [];
/** @type {Map<string, any>} path of a tab -> its open page */
const kept = new Map();
let depth = 0;

export const isTab = (path) => routes.tabs().includes(path);
export const here = () => steps[depth];

export function startRouter() {
  history.scrollRestoration = 'manual';
  depth = history.state?.depth ?? 0;
  const { path, query } = routes.fromUrl(location.pathname, location.search);
  write('replaceState', path, query);
  enter({ path, query });
  addEventListener('popstate', (event) => moveTo(event.state?.depth ?? 0));
  document.addEventListener('visibilitychange', () => here().page.call(document.hidden ? 'hide' : 'show'));
}

export function navigate(path, query = {}) {
  if (isTab(path)) return switchTab(path, query);
  leave();
  depth += 1;
  closeFrom(depth);
  write('pushState', path, query);
  enter({ path, query });
}

function switchTab(path, query) {
  if (here().path === path) return;
  leave();
  depth += 1;
  closeFrom(depth);
  steps.forEach(close);
  write('pushState', path, query);
  enter({ path, query });
}

export function replace(path, query = {}) {
  leave();
  close(here());
  write('replaceState', path, query);
  enter({ path, query });
}

export function back() {
  if (depth > 0) history.back();
  else replace(routes.tabs()[0]);
}

function moveTo(target) {
  leave();
  depth = target;
  closeFrom(depth + 1);
  const { path, query } = routes.fromUrl(location.pathname, location.search);
  const known = steps[depth];
  enter(known && known.path === path ? known : { path, query });
}

function write(method, path, query) {
  try {
    history[method]({ depth }, '', routes.toUrl(path, query));
  } catch {
    // A sandboxed preview has no address of its own to change.
  }
}

function leave() {
  const step = here();
  step.scrollTop = step.frame.scroller.scrollTop;
  step.page.call('hide');
}

function enter(step) {
  steps[depth] = step;
  if (!step.page) Object.assign(step, kept.get(step.path) ?? open(step));
  showFrame(step.frame, { tab: routes.tabs().indexOf(step.path), deep: depth > 0 });
  step.frame.scroller.scrollTop = step.scrollTop ?? 0;
  step.page.call('show');
}

function open({ path, query }) {
  const template = routes.template(path);
  const frame = createFrame(scopeOf(template), settingsOf(template));
  const opened = { frame, page: null };
  // Titles set while it opens belong to it.
  steps[depth] = Object.assign(here(), opened);
  opened.page = createPage(template, path, query, frame.content);
  if (isTab(path)) kept.set(path, opened);
  frame.setPullDown(opened.page);
  return opened;
}

function closeFrom(start) {
  steps.splice(start).forEach(close);
}

function close(step) {
  if (!step || !step.page || kept.has(step.path)) return;
  step.page.close();
  step.frame.remove();
  step.page = null;
}
