/**
 * swiper: slides on a track that the browser itself scrolls and snaps, so that fingers, wheels and keys work as
 * everywhere. Autoplay rests while someone touches, points at or focuses it, off screen, and when motion is not wanted.
 */
import { emit } from '../events.js';

const SETTLE_MS = 120;

class Swiper extends HTMLElement {
  constructor() {
    super();
    this.options = { autoplay: false, interval: 5000, circular: false, vertical: false, 'indicator-dots': false };
    this.current = 0;
    this.wanted = 0;
    this.source = 'touch';
    this.resting = false;
    this.timer = 0;
    this.settling = 0;
    const root = this.attachShadow({ mode: 'open' });
    this.track = document.createElement('div');
    this.track.setAttribute('part', 'track');
    this.track.setAttribute('role', 'group');
    this.track.tabIndex = 0;
    this.dots = document.createElement('div');
    this.dots.setAttribute('part', 'dots');
    this.dots.setAttribute('aria-hidden', 'true');
    this.track.append(document.createElement('slot'));
    root.append(this.track, this.dots);
    this.listen();
  }

  listen() {
    this.track.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.track.addEventListener('keydown', (event) => this.pressed(event));
    this.track.addEventListener('slotchange', () => this.redraw());
    const rest = (on) => () => (this.resting = on);
    for (const type of ['pointerenter', 'focusin', 'touchstart'])
      this.addEventListener(type, rest(true), { passive: true });
    for (const type of ['pointerleave', 'focusout', 'touchend'])
      this.addEventListener(type, rest(false), { passive: true });
  }

  connectedCallback() {
    this.play();
    // Asking for the size of a box forces a layout: not while the page is being drawn, and not for nothing.
    if (this.wanted) requestAnimationFrame(() => this.go(this.wanted, false));
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  set(name, value) {
    if (name === 'current') this.setCurrent(Number(value) || 0);
    else if (name === 'aria-label') this.track.setAttribute('aria-label', value ?? '');
    else if (name === 'indicator-color') this.style.setProperty('--dot', value);
    else if (name === 'indicator-active-color') this.style.setProperty('--dot-active', value);
    else if (name in this.options) this.setOption(name, value);
    else return name === 'duration' || name === 'easing-function';
    return true;
  }

  setCurrent(index) {
    this.wanted = index;
    if (this.isConnected && index !== this.current) this.go(index, true);
  }

  setOption(name, value) {
    this.options[name] = typeof this.options[name] === 'number' ? Number(value) : value !== false && value !== 'false';
    if (name === 'vertical') this.track.part.toggle('vertical', this.options.vertical);
    if (name === 'indicator-dots') this.redraw();
    if (this.isConnected) this.play();
  }

  play() {
    clearInterval(this.timer);
    if (!this.options.autoplay || calm()) return;
    this.timer = setInterval(() => this.tick(), this.options.interval);
  }

  tick() {
    if (this.resting || document.hidden || this.offsetParent === null || this.children.length < 2) return;
    this.source = 'autoplay';
    const last = this.current >= this.children.length - 1;
    this.go(last && !this.options.circular ? 0 : this.current + 1, true);
  }

  pressed(event) {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.go(Math.max(0, Math.min(this.current + step, this.children.length - 1)), true);
  }

  go(index, moving) {
    const at = index * this.size();
    const behavior = moving && !calm() ? 'smooth' : 'auto';
    this.track.scrollTo(this.options.vertical ? { top: at, behavior } : { left: at, behavior });
  }

  size() {
    return this.options.vertical ? this.track.clientHeight : this.track.clientWidth;
  }

  scrolled() {
    const count = this.children.length;
    if (!count || !this.size()) return;
    const index = Math.round((this.options.vertical ? this.track.scrollTop : this.track.scrollLeft) / this.size());
    this.arrive(index % count);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(index, count), SETTLE_MS);
  }

  arrive(index) {
    if (index === this.current) return;
    this.current = index;
    this.mark();
    emit(this, 'change', { current: index, source: this.source });
  }

  /** Going round: on the last slide the first one waits behind it; once there, everything moves back unseen. */
  settle(index, count) {
    this.source = 'touch';
    const first = /** @type {HTMLElement} */ (this.children[0]);
    const axis = this.options.vertical ? 'Y' : 'X';
    if (index >= count) {
      first.style.transform = '';
      this.go(0, false);
    } else if (this.options.circular && count > 1) {
      first.style.transform = index === count - 1 ? `translate${axis}(${count * 100}%)` : '';
    }
  }

  redraw() {
    const count = this.options['indicator-dots'] ? this.children.length : 0;
    this.dots.replaceChildren(...Array.from({ length: count }, () => document.createElement('i')));
    if (this.current >= this.children.length) this.current = 0;
    this.mark();
  }

  mark() {
    [...this.dots.children].forEach((dot, index) =>
      dot.setAttribute('part', index === this.current ? 'dot active' : 'dot'),
    );
  }
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function createSwiper() {
  if (!customElements.get('ui-swiper')) customElements.define('ui-swiper', Swiper);
  return document.createElement('ui-swiper');
}
