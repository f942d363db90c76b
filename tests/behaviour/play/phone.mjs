/**
 * The phone that a package runs on: pages on a stack, tabs, storage, the network, and a log of what was asked of it. What is
 * called comes true a turn later, as on a phone. Knows no platform: a platform's API stands on top of it, a stage draws.
 */

/**
 * @param {{ tabs: string[], server: any, clock: any, turn: () => Promise<void> }} given
 *   `turn` lets promises run until there is nothing left to do but wait
 */
export function createPhone({ tabs, server, clock, turn }) {
  const queue = [];
  const phone = {
    clock, server, stack: [], kept: new Map(), storage: new Map(), badges: [], log: [], listeners: [], yes: true, stage: null,
  };
  const note = (line) => phone.log.push(line);
  const later = (run) => queue.push(run);
  const isTab = (path) => tabs.includes(path);

  phone.note = note;
  phone.later = later;
  phone.top = () => phone.stack.at(-1);

  /** Until nothing more happens by itself. */
  phone.settle = async () => {
    for (let idle = 0; idle < 3; idle++) {
      await turn();
      phone.stage.flush();
      if (queue.length) idle = -1;
      queue.shift()?.();
    }
  };

  /** @param {string} url '/pages/dish/dish?dish=a%20b' */
  const parsed = (url) => {
    const [path, query = ''] = url.replace(/^\//, '').split('?');
    const pairs = query.split('&').filter(Boolean).map((pair) => pair.split('='));
    return { path, query: Object.fromEntries(pairs) };
  };

  const push = (path, query) => {
    const page = phone.stage.open(path, query);
    phone.stack.push(page);
    if (isTab(path)) phone.kept.set(path, page);
    page.load(query);
    page.show();
  };
  const drop = (page) => {
    phone.kept.delete(page.path);
    page.unload();
  };

  const moves = {
    navigateTo({ path, query }) {
      if (isTab(path)) return 'a tab cannot be navigated to';
      phone.top()?.hide();
      push(path, query);
      return '';
    },
    redirectTo({ path, query }) {
      if (isTab(path)) return 'a tab cannot be redirected to';
      drop(phone.stack.pop());
      push(path, query);
      return '';
    },
    switchTab({ path }) {
      if (!isTab(path)) return `${path} is no tab`;
      const [old] = phone.stack.slice(0, 1);
      const top = phone.top();
      phone.stack.splice(isTab(old.path) ? 1 : 0).reverse().forEach(drop);
      if (old.path === path) {
        if (top !== old) old.show();
        return '';
      }
      if (top === old) old.hide();
      phone.stack.length = 0;
      const known = phone.kept.get(path);
      if (!known) push(path, {});
      else phone.stack.push(known), known.show();
      return '';
    },
    reLaunch({ path, query }) {
      [...new Set([...phone.stack.splice(0), ...phone.kept.values()])].forEach(drop);
      push(path, query);
      return '';
    },
    navigateBack() {
      if (phone.stack.length < 2) return 'this is the first page';
      drop(phone.stack.pop());
      phone.top().show();
      return '';
    },
  };

  /** @param {keyof typeof moves} how @param {(problem: string) => void} [done] */
  phone.move = (how, url = '', done = () => undefined) => {
    later(() => {
      const place = parsed(url);
      done(how !== 'navigateBack' && !phone.stage.has(place.path) ? `no page ${url}` : moves[how](place));
    });
  };

  /** @param {(answer: any) => void} done null: nobody answered */
  phone.request = ({ method, url, headers, body }, done) => {
    const path = url.replace(/^.*\/api\/shop\/[^/]+\//, '');
    note(`${method} ${path}${body === undefined ? '' : ` ${JSON.stringify(asked(path, body))}`}${server.online ? '' : ' (no answer)'}`);
    const answer = server.answer({ method, path, body, headers });
    later(() => done(answer));
  };

  phone.pay = (order) => {
    const found = server.orders.find(({ id }) => id === order);
    if (!found) throw new Error(`paid for what is no order: ${order}`);
    note(`${phone.yes ? 'pays' : 'does not pay'} ¥${found.total_fen / 100} for ${order}`);
    if (phone.yes) server.advance(found, 'paid');
    return phone.yes;
  };

  phone.setBadge = (index, text) => {
    phone.badges[index] = text;
  };
  phone.setOnline = (online) => {
    server.online = online;
    phone.listeners.forEach((tell) => later(() => tell(online)));
  };
  phone.launch = (query, path) => {
    phone.stage.start({ path, query });
    push(path, query);
  };
  return phone;
}

/** What only names the platform itself is the same on all. */
function asked(path, body) {
  if (path === 'session') return { platform: '*' };
  return path.endsWith('/pay') ? { way: '*' } : body;
}
