/** The module `kaipu/release` as a platform's run time sees it in a package that serves any shop: tabs by their numbers. */

const release = require('kaipu/release');

const { definition } = release;

/** @type {import('../types').PackagedRelease} */
const placed = Object.assign({}, release, {
  definition: Object.assign({}, definition, {
    tabs: definition.tabs.map((tab, index) =>
      Object.assign({}, tab, { page: tab.page[0] === '@' ? tab.page : 'tab' + (index + 1) }),
    ),
  }),
});

module.exports = placed;
