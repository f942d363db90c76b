/**
 * WeChat's package in a browser, as `play` wants it. Taps are the browser's own: `kaipuTap(x, y)` is a finger on the
 * screen, lent by whoever drives the browser.
 */
import { platforms } from '../hosts/platforms.mjs';
import { actions } from '../play/actions.mjs';
import { createClock } from '../play/clock.mjs';
import { createPhone } from '../play/phone.mjs';
import { play } from '../play/play.mjs';
import { createServer } from '../play/server.mjs';
import { createStage } from './stage.mjs';

const { wechat } = platforms;

/** Promises and the framework's own short waits have run. */
export const turn = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/** @param {{ files: Record<string, string>, now_ms: number, script: any, framework: any }} given */
export async function playHere({ files, now_ms, script, framework }) {
  const release = JSON.parse(/^module\.exports\s*=\s*([^]*?);?\s*$/.exec(files['release.js'])[1]);
  const clock = createClock(now_ms);
  const tabs = wechat.tabs(JSON.parse(files['app.json']));
  const phone = createPhone({ tabs: tabs.map(({ path }) => path), server: createServer(release, clock), clock, turn });
  phone.stage = createStage(phone, files, { wx: wechat.api(phone) }, framework);
  const page = () => {
    const { path, box, titled, title } = phone.top();
    return { path, title: titled ?? title, tree: seen(box, framework) };
  };
  return play({ ...actions(phone, tabs), page, tap, write: ({ element }, text) => framework.write(element, text) }, script);
}

async function tap({ element }) {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  if (!width || !height) throw new Error(`nothing to touch: ${element.outerHTML.slice(0, 200)}`);
  await window.kaipuTap(x + width / 2, y + height / 2);
}

function seen(node, framework) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const { localName } = node;
  const attribute = framework.attributes(node);
  const tag = localName.replace(/^wx-/, '');
  const field = tag === 'input' || tag === 'textarea' ? framework.field(node) : undefined;
  const role = attribute('aria-role');
  return {
    tag, field, role, element: node, label: attribute('aria-label'), taps: role === 'button', hidden: node.hidden,
    children: field ? [] : [...node.childNodes].map((child) => seen(child, framework)),
  };
}
