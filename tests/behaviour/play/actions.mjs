/** What `play` does to a phone, whatever draws on it. */

/** @param {any} phone @param {{ path: string, text: string }[]} tabs */
export function actions(phone, tabs) {
  return {
    log: phone.log,
    launch: (path, query) => phone.launch(query, path),
    settle: () => phone.settle(),
    advance: (by_ms) => phone.clock.advance(by_ms, phone.settle),
    tabs: () => tabs.map(({ text }, index) => (phone.badges[index] ? `${text}(${phone.badges[index]})` : text)).join(' '),
    tab: (label) => {
      const tab = tabs.find(({ text }) => text === label);
      if (!tabs.some(({ path }) => path === phone.top().path)) throw new Error('tabs are not on this page');
      phone.move('switchTab', tab.path);
    },
    back: () => phone.move('navigateBack'),
    pull() {
      phone.pulled = true;
      phone.top().pull();
    },
    end() {
      if (phone.pulled) throw new Error('pulling down never ended');
    },
    setOnline: (online) => phone.setOnline(online),
    setServer: (online) => {
      phone.server.online = online;
    },
    says: (yes) => {
      phone.yes = yes;
    },
    change({ sold_out, kitchen }) {
      if (kitchen) phone.server.advance(phone.server.orders[0], kitchen);
      else phone.server.change(({ catalog }) => void (catalog.dishes.find(({ code }) => code === sold_out).sold_out = true));
    },
  };
}
