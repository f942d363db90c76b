/**
 * The module `kaipu/platform` where pages stand elsewhere than the shell says: in a subpackage, or under a tab's number.
 * The shell's path goes in and the package's comes out, and back. A page of a package that knows nothing of its shop
 * opens when there is something to show, or when it is sure that there is not.
 */

const platform = require('kaipu/inner');
const moved = require('kaipu/moved');
const release = require('kaipu/release');

/** @type {Record<string, string>} */
const places = Object.assign({}, moved, release.places);
/** @type {Record<string, string>} */
const paths = {};
Object.keys(places).forEach((path) => {
  paths[places[path]] = path;
});

/** @param {string} path */
const placeOf = (path) => places[path] || path;

/** The store needs this module: it is asked for when it is needed. */
const store = () => require('kaipu/store');

module.exports = Object.assign({}, platform, {
  /** @param {import('../platform').PageDefinition} definition */
  page(definition) {
    const { open, show, close, pullDown, share } = definition;
    platform.page(
      Object.assign({}, definition, {
        /** @this {any} @param {Record<string, string>} query @param {string} route */
        open(query, route) {
          const begin = () => {
            if (this.gone) return;
            this.begun = true;
            if (open) open.call(this, query, paths[route] || route);
            if (this.shown && show) show.call(this);
          };
          if (store().content().sha256) begin();
          else store().refresh().then(begin);
        },
        /** @this {any} */
        show() {
          this.shown = true;
          if (this.begun && show) show.call(this);
        },
        /** @this {any} */
        close() {
          this.gone = true;
          if (this.begun && close) close.call(this);
        },
        /** @this {any} */
        pullDown() {
          return this.begun && pullDown ? pullDown.call(this) : store().refresh(true);
        },
        ...(share && {
          /** @this {any} */
          share() {
            const shared = share.call(this);
            return Object.assign({}, shared, { path: placeOf(shared.path) });
          },
        }),
      }),
    );
  },
  /** @param {string} path @param {Record<string, string>} [query] */
  navigate: (path, query) => platform.navigate(placeOf(path), query),
  /** @param {string} path @param {Record<string, string>} [query] */
  replace: (path, query) => platform.replace(placeOf(path), query),
  /** @param {string} path @param {Record<string, string>} [query] */
  pageUrl: (path, query) => platform.pageUrl(placeOf(path), query),
});
