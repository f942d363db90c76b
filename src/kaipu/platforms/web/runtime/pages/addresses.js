/**
 * Addresses of the web shop and paths of shell pages, back and forth. Pure: told which pages the bundle has.
 *
 *   /s/noodle/            first tab            /s/noodle/dish/beef_noodles   pages/dish/dish {dish}
 *   /s/noodle/menu        pages/menu/menu      /s/noodle/order/<id>          pages/order/order {id}
 *   /s/noodle/about       pages/page/page {page}, when no tab shows it
 *
 * A shop that is served as files has /menu/, and /dish/?dish=beef_noodles: a file for each dish there may ever be is not.
 */

/** Pages whose one thing stands in the path: page -> name of the query value. */
const THINGS = { dish: 'dish', order: 'id' };
const DRAWN = 'page';

/**
 * @param {{base: string, asFiles: boolean, definition: () => any, isShellPage: (name: string) => boolean}} place
 */
export function addresses({ base, asFiles, definition, isShellPage }) {
  const tabPath = (tab) => pathOf(tab.page.replace('@', ''));
  const tabs = () => definition().tabs.map(tabPath);

  /** @param {string} path @param {Record<string, string>} [query] */
  function toUrl(path, query = {}) {
    /** @type {Record<string, string>} */
    const rest = { ...query };
    let name = path.split('/')[1];
    if (name === DRAWN && rest.page) {
      name = rest.page;
      delete rest.page;
    }
    const thing = THINGS[name];
    const first = tabs()[0] === path;
    let address = base + (first ? '' : name) + (asFiles && !first ? '/' : '');
    if (!asFiles && thing && rest[thing] !== undefined) {
      address += `/${encodeURIComponent(rest[thing])}`;
      delete rest[thing];
    }
    const search = new URLSearchParams(rest).toString();
    return search ? `${address}?${search}` : address;
  }

  function fromUrl(pathname, search) {
    const query = Object.fromEntries(new URLSearchParams(search));
    const [name, value] = pathname
      .slice(base.length)
      .replace(/\/?(index\.html)?$/, '')
      .split('/')
      .map(decodeURIComponent);
    if (!name) return { path: tabs()[0], query };
    if (THINGS[name] && value) return { path: pathOf(name), query: { ...query, [THINGS[name]]: value } };
    if (tabs().includes(pathOf(name)) || (isShellPage(name) && name !== DRAWN)) return { path: pathOf(name), query };
    if (definition().pages[name]) return { path: pathOf(DRAWN), query: { ...query, page: name } };
    return { path: tabs()[0], query };
  }

  /** The page of the bundle that draws a path: pages of the definition are all drawn by one. */
  const template = (path) => (isShellPage(path.split('/')[1]) ? path : pathOf(DRAWN));

  return { toUrl, fromUrl, template, tabs };
}

const pathOf = (name) => `pages/${name}/${name}`;
