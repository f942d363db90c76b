/** Events on their way from the document to the listeners in templates. */
import { Event as TemplateEvent } from 'glass-easel';

/** DOM events that templates may listen to as they are; taps come from clicks, the rest from the built-ins themselves. */
const NATIVE = new Set(['touchstart', 'touchmove', 'touchend', 'touchcancel', 'transitionend', 'animationend']);

/** Tells the template around `element` of an event of a built-in. */
export function emit(element, type, detail, bubbles = false) {
  if (!element.__wxElement) return;
  TemplateEvent.triggerEvent(element.__wxElement, type, detail, { bubbles, composed: bubbles, capturePhase: bubbles });
}

const LONG_PRESS_MS = 350;

/** @param {number} level 2 when the template says catch: */
export function listen(element, type, level, capture) {
  if (type !== 'longpress' && !NATIVE.has(type)) return;
  const known = (element.__listened = element.__listened || new Set());
  if (known.has(type)) return;
  known.add(type);
  if (type === 'longpress') return listenForLongPress(element);
  element.addEventListener(type, (event) => relay(element, event, level > 1), { passive: level < 2, capture });
}

function relay(element, event, caught) {
  if (caught) {
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  }
  const point = event.changedTouches && event.changedTouches[0];
  emit(element, event.type, point ? { x: point.clientX, y: point.clientY } : {});
}

/** Held still for a while; a move or the browser's own menu ends it. */
function listenForLongPress(element) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  element.addEventListener('pointerdown', ({ clientX: x, clientY: y }) => {
    stop();
    timer = setTimeout(() => emit(element, 'longpress', { x, y }), LONG_PRESS_MS);
  });
  for (const type of ['pointerup', 'pointermove', 'pointercancel', 'pointerleave', 'contextmenu'])
    element.addEventListener(type, stop);
}

/** Taps are clicks, so that a mouse, a finger, a keyboard and a screen reader all tap. */
export function listenForTaps(root) {
  root.addEventListener('click', (event) => {
    const element = nearest(event.target);
    if (element) emit(element, 'tap', { x: event.clientX, y: event.clientY }, true);
  });
  root.addEventListener('keydown', (event) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.target.__pressable !== true) return;
    event.preventDefault();
    event.target.click();
  });
}

/** The element of a template that `node` belongs to. */
export function nearest(node) {
  while (node && !node.__wxElement) node = node.parentNode;
  return node;
}
