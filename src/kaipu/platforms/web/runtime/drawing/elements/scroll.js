/** scroll-view: a box that scrolls itself, tells where it is, and goes where the template says. */
import { emit } from '../events.js';

const NEAR_PX = 50;

export function createScroll() {
  const box = document.createElement('ui-scroll');
  const state = { upper: NEAR_PX, lower: NEAR_PX, top: 0, left: 0, smooth: false };
  box.addEventListener('scroll', () => tell(box, state), { passive: true });
  return Object.assign(box, { set: (name, value) => set(box, state, name, value) });
}

function set(box, state, name, value) {
  if (name === 'scroll-x') box.style.overflowX = value === false ? 'hidden' : 'auto';
  else if (name === 'scroll-y') box.style.overflowY = value === false ? 'hidden' : 'auto';
  else if (name === 'scroll-with-animation') state.smooth = value !== false;
  else if (name === 'upper-threshold') state.upper = Number(value);
  else if (name === 'lower-threshold') state.lower = Number(value);
  else if (name === 'show-scrollbar') box.classList.toggle('ui-scroll--bare', value === false);
  else if (name === 'scroll-top') soon(() => go(box, state, { top: Number(value) || 0 }));
  else if (name === 'scroll-left') soon(() => go(box, state, { left: Number(value) || 0 }));
  else if (name === 'scroll-into-view') soon(() => showChild(box, state, value));
  else return false;
  return true;
}

/** After the update that is under way has drawn its children. */
const soon = (action) => requestAnimationFrame(action);

function go(box, state, to) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  box.scrollTo({ ...to, behavior: state.smooth && !still ? 'smooth' : 'auto' });
}

function showChild(box, state, id) {
  const child = id && box.querySelector(`#${CSS.escape(id)}`);
  if (!child) return;
  const outer = box.getBoundingClientRect();
  const inner = child.getBoundingClientRect();
  go(box, state, { top: box.scrollTop + inner.top - outer.top, left: box.scrollLeft + inner.left - outer.left });
}

function tell(box, state) {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = box;
  const deltaY = state.top - scrollTop;
  const deltaX = state.left - scrollLeft;
  Object.assign(state, { top: scrollTop, left: scrollLeft });
  emit(box, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
  const before = Math.max(scrollTop, scrollLeft);
  const after =
    scrollHeight > clientHeight ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
  if (before <= state.upper && deltaX + deltaY > 0) emit(box, 'scrolltoupper', {});
  if (after <= state.lower && deltaX + deltaY < 0) emit(box, 'scrolltolower', {});
}
