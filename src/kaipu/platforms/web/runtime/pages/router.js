/**
 * The pages that are open, one per step of the browser's history, and the one that is shown. Tab pages live on when
 * left; others close when the reader goes back past them or switches tab, and are drawn again if history returns.
 */
import { addresses } from './addresses.js';
import { createPage, isHere, isKnown, scopeOf, settingsOf } from '../drawing/components.js';
import { createFrame, showFrame } from './frame.js';
import { fetchRest } from './rest.js';
import { release } from '../shop.js';

export const routes = addresses({
  base: release.base,
  asFiles: release.as_files,
  definition: () => release.definition,
  isShellPage: (name) => isKnown(`pages/${name}/${name}`),
});

/** @typedef {{frame: any, page: any}} View an open page */
/** @type {{path: string, query: Record<string, string>, view: View | null}[]} by depth in history, with holes */
const steps = [];
/** @type {Map<string, View>} by path of a tab */
const kept = new Map();
let depth = 0;
/** A page that leads on while it opens is opened first. @type {(() => void)[] | null} */
let waiting = null;

const view = () => /** @type {View} */ (steps[depth].view);
const isTab = (path) => routes.tabs().includes(path);
const address = () => routes.fromUrl(location.pathname, location.search);

/** The frame of the page that is shown, or that is just being opened. */
export const frameHere = () => view().frame;

/** @param {() => void} ready called once the first page can be drawn, before it is */
export async function startRouter(ready) {
  history.scrollRestoration = 'manual';
  depth = history.state?.depth ?? 0;
  const { path, query } = address();
  if (!isHere(routes.template(path))) await fetchRest();
  ready();
  write('replaceState', path, query);
  enter({ path, query, view: null });
  addEventListener('popstate', (event) => moveTo(event.state?.depth ?? 0));
  document.addEventListener('visibilitychange', () => view().page.call(document.hidden ? 'hide' : 'show'));
}

export function navigate(path, query = {}) {
  if (isTab(path) && steps[depth].path === path) return;
  whenHere(path, query, () => {
    leave();
    depth += 1;
    closeFrom(depth);
    if (isTab(path)) steps.forEach(close);
    write('pushState', path, query);
    enter({ path, query, view: null });
  });
}

export function replace(path, query = {}) {
  whenHere(path, query, () => {
    leave();
    close(steps[depth]);
    write('replaceState', path, query);
    enter({ path, query, view: null });
  });
}

export function back() {
  if (depth > 0) history.back();
  else replace(routes.tabs()[0]);
}

function moveTo(target) {
  const { path, query } = address();
  whenHere(path, query, () => {
    leave();
    depth = target;
    closeFrom(depth + 1);
    const known = steps[depth];
    enter(known && known.path === path ? known : { path, query, view: null });
  });
}

/** A page whose script has not come yet opens when it has; if it cannot come, the browser says so itself. */
function whenHere(path, query, action) {
  if (waiting) return void waiting.push(() => whenHere(path, query, action));
  if (isHere(routes.template(path))) action();
  else fetchRest().then(action, () => location.assign(routes.toUrl(path, query)));
}

function write(method, path, query) {
  try {
    history[method]({ depth }, '', routes.toUrl(path, query));
  } catch {
    // A sandboxed preview has no address of its own to change.
  }
}

function leave() {
  const { frame, page } = view();
  frame.keepScroll();
  page.call('hide');
}

function enter(step) {
  waiting = [];
  steps[depth] = step;
  step.view = step.view ?? kept.get(step.path) ?? open(step);
  const { frame, page } = view();
  showFrame(frame, routes.tabs().indexOf(step.path));
  frame.restoreScroll();
  page.call('show');
  const next = waiting;
  waiting = null;
  next.forEach((action) => action());
}

/** The step has its view before the page is made: a title set while it opens belongs to it. */
function open(step) {
  const template = routes.template(step.path);
  const frame = createFrame(scopeOf(template), settingsOf(template));
  step.view = { frame, page: null };
  step.view.page = createPage(template, step.path, step.query, frame.content);
  if (isTab(step.path)) kept.set(step.path, step.view);
  frame.setPullDown(step.view.page);
  return step.view;
}

function closeFrom(start) {
  steps.splice(start).forEach(close);
}

function close(step) {
  if (!step?.view || [...kept.values()].includes(step.view)) return;
  step.view.page.close();
  step.view.frame.remove();
  step.view = null;
}
