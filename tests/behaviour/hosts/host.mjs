/** A package in its engine, as `play` wants it. */
import { setImmediate as turn } from 'node:timers/promises';
import { createClock } from '../play/clock.mjs';
import { createPhone } from '../play/phone.mjs';
import { createServer } from '../play/server.mjs';
import { actions } from '../play/actions.mjs';
import { inside } from '../templates/draw.mjs';
import { put } from './data.mjs';
import { platforms } from './platforms.mjs';
import { createStage } from './stage.mjs';

/** @param {string} name @param {Map<string, string>} files @param {any} release @param {number} now_ms */
export function createHost(name, files, release, now_ms) {
  const platform = platforms[name];
  const clock = createClock(now_ms);
  const server = createServer(release, clock);
  const tabs = platform.tabs(JSON.parse(files.get('app.json')));
  const phone = createPhone({ tabs: tabs.map(({ path }) => path), server, clock, turn });
  phone.stage = createStage(phone, files, platform);
  return { ...actions(phone, tabs), page: () => shown(phone.top()), tap: (node) => dispatch(platform, deepest(node.node), 'tap', {}), write };

  function write({ node }, value) {
    node.owner.fields.type(node.place, value);
    if (node.bound?.value) put(node.owner.self.data, { [node.bound.value]: value });
    dispatch(platform, node, 'input', { value, cursor: value.length });
  }
}

const shown = (page) => ({ path: page.path, title: page.titled ?? page.title, tree: seen(page.tree()) });

/** A drawn node as a reader meets it; a component is what is drawn in it. */
function seen(node) {
  if (typeof node === 'string') return node;
  if (node.inner) return { ...seen(node.inner.tree), tag: node.tag };
  const { tag, attributes, on, owner, place } = node;
  const writes = tag === 'input' || tag === 'textarea';
  const field = writes && { value: owner.fields.shown(place, attributes.value), placeholder: attributes.placeholder };
  return {
    tag, node, field, taps: 'tap' in on, label: attributes['aria-label'], role: attributes.role ?? attributes['aria-role'],
    hidden: Boolean(attributes.hidden), children: inside(node).map(seen),
  };
}

/** A finger lands on the innermost thing. */
function deepest(node) {
  const child = inside(node).find((one) => typeof one !== 'string');
  return child ? deepest(child) : node;
}

/** Up from where it happened, out of components too, until somebody keeps it. */
function dispatch(platform, target, type, detail) {
  for (let node = target; node; node = node.parent ?? node.owner.host) {
    const heard = node.on[type];
    if (!heard) continue;
    const { owner } = node;
    const run = platform.model.handler(owner, heard.handler);
    if (!run) throw new Error(`${owner.path} has no handler ${heard.handler}`);
    run.call(owner.self, platform.event({ type, target, current: node, detail }));
    if (heard.stops) return;
  }
}
