/**
 * The web package as it is served, in a frame that fills the screen. Its clock, its network and the ways out of it (paying,
 * telephone, map) are the test's; all else is the browser's own, so that the shop may leave and come back.
 */
import { actions } from '../play/actions.mjs';
import { createClock } from '../play/clock.mjs';
import { createPhone } from '../play/phone.mjs';
import { play } from '../play/play.mjs';
import { createServer } from '../play/server.mjs';
import { turn } from './host.mjs';

const REST_AFTER_MS = 300;
const frame = document.body.appendChild(document.createElement('iframe'));
const inside = () => frame.contentDocument;
const find = (selector) => inside().querySelector(selector);
const next = (element, type) => new Promise((resolve) => element.addEventListener(type, resolve, { once: true, capture: true }));

/** The web shop hears taps as clicks; that fingers make clicks, its own tests hold. */
const click = ({ element }) => element.click();

window.kaipuPlay = ({ release, now_ms, script }) => {
  const clock = createClock(now_ms);
  const server = createServer(release, clock);
  let closing = Promise.resolve();
  const phone = createPhone({ tabs: [], server, clock, turn: () => turn().then(() => closing) });
  phone.stage = { flush: () => (closing = answerDialogs(phone)) };
  let left = '';
  let begun = new Set();

  /** Before the first script of every document of the frame. */
  window.kaipuInside = (shop) => {
    Object.assign(shop, clock.globals, { fetch, open: (url) => phone.note(mapOf(new URL(url))) });
    shop.navigation.addEventListener('navigate', (event) => leaves(event));
  };

  function leaves(event) {
    const { url } = event.destination;
    const paying = new URL(url).pathname === '/pay';
    if (url.startsWith('tel:')) phone.note(`calls ${url.slice(4)}`);
    if (paying) left = url;
    if (paying || url.startsWith('tel:')) event.preventDefault();
  }

  /** What a document asks anew because it is a new one is not what a mini-program asks. */
  function fetch(url, { method, headers, body }) {
    // A document that leaves asks for nothing more.
    if (left) return new Promise(() => undefined);
    const lines = phone.log.length;
    return new Promise((resolve, reject) => {
      phone.request({ method, url: String(url), headers, body: body && JSON.parse(body) }, (answer) => {
        if (!answer) return reject(new TypeError('no answer'));
        const text = answer.body === undefined ? null : JSON.stringify(answer.body);
        return resolve(new Response(text, { status: answer.status, headers: { ...answer.headers, 'content-type': 'application/json' } }));
      });
      if (begun.delete(String(url).split('/').at(-1))) phone.log.splice(lines, 1);
    });
  }

  async function open(url) {
    clock.clear();
    frame.src = url;
    await next(frame, 'load');
    await phone.settle();
    const here = new Set(inside().scripts);
    clock.hurry(REST_AFTER_MS);
    await Promise.all([...inside().scripts].filter((one) => !here.has(one)).map((one) => next(one, 'load')));
    await phone.settle();
  }

  async function settle() {
    await phone.settle();
    if (!left) return;
    const { searchParams } = new URL(left);
    left = '';
    phone.pay(searchParams.get('order'));
    begun = new Set(['live', 'catalog']);
    await open(searchParams.get('back'));
    begun.clear();
  }

  const page = () => ({
    path: `pages/${frame.contentWindow.location.pathname.split('/')[1] || 'home'}`,
    title: find('.ui-bar__title').textContent,
    tree: seen(find('.ui-page:not([hidden]) .ui-page__content')),
  });
  const host = {
    ...actions(phone, []),
    page, settle, tap: click,
    launch: (path, query) => open(addressOf(path, query)),
    advance: (by_ms) => clock.advance(by_ms, settle),
    tabs: () => [...inside().querySelectorAll('.ui-tabs__tab')].map(tabText).join(' '),
    tab: (label) => click({ element: [...inside().querySelectorAll('.ui-tabs__tab')].find((tab) => tabText(tab).startsWith(label)) }),
    back: async () => {
      const gone = next(frame.contentWindow, 'popstate');
      click({ element: find('.ui-bar__back') });
      await gone;
    },
    pull: () => pullDown(find('.ui-page:not([hidden]) .ui-page__scroller')),
    setOnline(online) {
      server.online = online;
      frame.contentWindow.dispatchEvent(new Event(online ? 'online' : 'offline'));
    },
    write({ element }, text) {
      element.value = text;
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
  };
  return play(host, script);
};

function addressOf(path, query) {
  const name = path.split('/')[1];
  return `/${name === 'home' ? '' : `${name}/`}?${new URLSearchParams(query)}`;
}

const mapOf = ({ searchParams }) => {
  const [longitude, latitude] = searchParams.get('position').split(',');
  return `map of ${searchParams.get('name')}, ${latitude} ${longitude}`;
};

const tabText = (tab) => {
  const badge = tab.querySelector('.ui-tabs__badge');
  return tab.querySelector('.ui-tabs__label').textContent + (badge.hidden ? '' : `(${badge.textContent})`);
};

/** The shop's own questions and notes, which lie over its pages. */
async function answerDialogs(phone) {
  const toast = find('.ui-toast--on');
  if (toast) {
    phone.note(`toast ${toast.textContent}`);
    toast.classList.remove('ui-toast--on');
  }
  const dialog = find('dialog[open]');
  if (!dialog) return;
  phone.note(`asks ${dialog.querySelector('p').textContent}`);
  const closed = next(dialog, 'close');
  dialog.querySelector(phone.yes ? '.ui-dialog__yes' : '.ui-dialog__no').click();
  await closed;
}

function pullDown(scroller) {
  const at = (type, clientY) => {
    const touch = new Touch({ identifier: 1, target: scroller, clientX: 100, clientY });
    scroller.dispatchEvent(new TouchEvent(type, { touches: type === 'touchend' ? [] : [touch], changedTouches: [touch], bubbles: true }));
  };
  scroller.scrollTop = 0;
  at('touchstart', 100);
  at('touchmove', 400);
  at('touchend', 400);
}

function seen(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const tag = node.localName.replace(/^ui-/, '');
  const field = tag === 'input' || tag === 'textarea' ? { value: node.value, placeholder: node.placeholder } : undefined;
  const role = node.getAttribute('role');
  return {
    tag, field, role, element: node, label: node.getAttribute('aria-label'), taps: role === 'button', hidden: node.hidden,
    children: field ? [] : [...node.childNodes].map(seen),
  };
}
