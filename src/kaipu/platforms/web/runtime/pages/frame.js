/**
 * The phone-width column: a bar with the way back, one frame per open page, the tab bar. Each frame is what `fixed`
 * things in it are fixed to, and scrolls by itself.
 */
import { icon } from './icons.js';
import { language } from '../language.js';
import { shopElement as root } from '../shop.js';
import { watchPull } from './pull.js';

const WORDS = { zh: { back: '返回', tabs: '导航' }, en: { back: 'Back', tabs: 'Navigation' } };

const bar = make('header', 'ui-bar');
const backButton = /** @type {HTMLButtonElement} */ (make('button', 'ui-bar__back'));
const heading = make('h1', 'ui-bar__title');
const pages = make('main', 'ui-pages');
const tabBar = make('nav', 'ui-tabs');
let shown = null;

function make(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** @param {{back: () => void, openTab: (index: number) => void}} actions */
export function startFrames({ back, openTab }) {
  backButton.type = 'button';
  backButton.setAttribute('aria-label', WORDS[language()].back);
  backButton.append(icon('back'));
  backButton.addEventListener('click', back);
  bar.append(backButton, heading);
  tabBar.setAttribute('aria-label', WORDS[language()].tabs);
  tabBar.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (button) openTab([...tabBar.children].indexOf(button));
  });
  root.replaceChildren(bar, pages, tabBar);
}

export function drawTabs(tabs) {
  tabBar.hidden = tabs.length < 2;
  tabBar.replaceChildren(...tabs.map(drawTab));
}

function drawTab(tab) {
  const button = /** @type {HTMLButtonElement} */ (make('button', 'ui-tabs__tab'));
  button.type = 'button';
  const badge = make('span', 'ui-tabs__badge');
  badge.hidden = true;
  const label = make('span', 'ui-tabs__label');
  label.textContent = tab.label;
  button.append(icon(tab.icon), label, badge);
  return button;
}

export function setTabBadge(index, text) {
  const badge = /** @type {HTMLElement | null} */ (tabBar.children[index]?.querySelector('.ui-tabs__badge'));
  if (!badge) return;
  badge.textContent = text;
  badge.hidden = !text;
}

/** @param {string} scope of the page's style sheet */
export function createFrame(scope, settings) {
  const element = make('section', `ui-page ${scope}--page`);
  const scroller = make('div', 'ui-page__scroller');
  const content = make('div', 'ui-page__content');
  // It scrolls by keys, too, and is where the focus goes when the page is shown.
  scroller.tabIndex = 0;
  scroller.append(content);
  element.append(scroller);
  element.hidden = true;
  scroller.classList.toggle('ui-page__scroller--still', settings.disableScroll === true);
  pages.append(element);
  /** @type {ReturnType<typeof scrolled>} */
  let kept = [];
  const frame = { element, scroller, content, title: settings.navigationBarTitleText ?? '' };
  return {
    ...frame,
    bare: settings.navigationStyle === 'custom',
    setTitle(text) {
      this.title = text;
      if (shown === this) writeTitle(text);
    },
    setPullDown: (page) => page.has('pullDown') && watchPull(scroller, () => page.call('pullDown')),
    keepScroll: () => (kept = scrolled(element)),
    restoreScroll: () => kept.forEach(({ box, top, left }) => Object.assign(box, { scrollTop: top, scrollLeft: left })),
    remove: () => element.remove(),
  };
}

/** A page that is not shown forgets in some browsers how far it was scrolled. */
function scrolled(element) {
  const boxes = [...element.querySelectorAll('.ui-page__scroller, ui-scroll')];
  return boxes.map((box) => ({ box, top: box.scrollTop, left: box.scrollLeft })).filter(({ top, left }) => top || left);
}

/** @param {number} tab -1 on inner pages */
export function showFrame(frame, tab) {
  if (shown) shown.element.hidden = true;
  const first = shown === null;
  shown = frame;
  frame.element.hidden = false;
  const inner = tab < 0;
  root.classList.toggle('ui-shop--bar', inner && !frame.bare);
  root.classList.toggle('ui-shop--tabs', !inner && !tabBar.hidden);
  [...tabBar.children].forEach((button, index) => {
    if (index === tab) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  });
  writeTitle(frame.title);
  if (!first) frame.scroller.focus({ preventScroll: true });
}

function writeTitle(text) {
  heading.textContent = text;
  document.title = text || document.title;
}
