/** Where a tap leads. Knows which pages the package holds; a link to what is no longer there does nothing. */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const store = require('kaipu/store');
const { signal } = require('kaipu/signal');

/** @typedef {import('./types').Link} Link */

/** @type {ReturnType<typeof signal<string>>} */
const category = signal();
let wanted = '';

/**
 * Goes to a page of the definition, or to a page of the shell such as `@orders`.
 * @param {string} page
 */
function openPage(page) {
  const shell = page[0] === '@';
  const name = shell ? page.slice(1) : page;
  // A package has a page of its own for each tab it was built with; any other page is drawn by the page `page`.
  const own = shell || release.definition.tabs.some((tab) => tab.page === page);
  if (own) platform.navigate('pages/' + name + '/' + name);
  else if (store.content().definition.pages[page]) platform.navigate('pages/page/page', { page });
}

/** The page with the menu to order from; '' if there is none. */
function menuPage() {
  const { tabs, page_order, pages, nodes } = store.content().definition;
  const order = tabs.map((tab) => tab.page).concat(page_order);
  /** @param {string} id */
  const isMenu = (id) => nodes[id] && nodes[id].block === 'order_menu';
  return order.find((page) => pages[page] && pages[page].nodes.some(isMenu)) || '';
}

/** @param {string} code */
function openCategory(code) {
  const found = store.content().catalog.categories.find((one) => one.code === code);
  const page = menuPage();
  if (!found) return;
  if (!page) return platform.navigate('pages/search/search', { q: found.name });
  wanted = code;
  openPage(page);
  category.send(code);
}

function openMap() {
  const { name, branch, address, latitude, longitude } = store.content().shop;
  if (latitude === null || longitude === null) return;
  platform.openMap({ name: name + ' ' + branch, address, latitude, longitude });
}

/** @param {Link | undefined} link */
exports.open = (link) => {
  if (!link) return;
  if (link.kind === 'page') openPage(link.page);
  if (link.kind === 'dish' && store.dish(link.dish)) platform.navigate('pages/dish/dish', { dish: link.dish });
  if (link.kind === 'category') openCategory(link.category);
  if (link.kind === 'call') platform.call(link.phone);
  if (link.kind === 'map') openMap();
};

/** Whether a tap on it does something. @param {Link | undefined} link */
exports.leads = (link) => !!link && link.kind !== 'none';

/** To the menu, or where there is none to what is found by searching. */
exports.openMenu = () => {
  const page = menuPage();
  if (page) openPage(page);
  else platform.navigate('pages/search/search');
};

exports.openPage = openPage;
exports.menuPage = menuPage;

/**
 * Told of the category that a link wants shown, also if the link was followed before the listener was there.
 * @param {(code: string) => void} listener
 */
exports.onCategory = (listener) => {
  /** @param {string} code */
  const take = (code) => {
    wanted = '';
    listener(code);
  };
  if (wanted) take(wanted);
  return category.on(take);
};
