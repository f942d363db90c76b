/** Catalogue and cart as a store. */
import mpx from '@mpxjs/core';
import { createStore } from '@mpxjs/store';
import { API, changed, countOf, groupsOf, totalOf, yuan } from '../../shop/goods';

const CART_TAB = 2;

export default createStore({
  state: {
    catalog: { categories: [], dishes: [] },
    lines: [],
  },
  getters: {
    groups: ({ catalog }) => groupsOf(catalog),
    counts({ lines }) {
      const found = {};
      lines.forEach(({ code, quantity }) => {
        found[code] = (found[code] || 0) + quantity;
      });
      return found;
    },
    count: ({ lines }) => countOf(lines),
    sum: ({ lines }) => yuan(totalOf(lines)),
  },
  mutations: {
    stock(state, catalog) {
      state.catalog = catalog;
    },
    keep(state, lines) {
      state.lines = lines;
    },
  },
  actions: {
    load({ commit }) {
      commit('keep', mpx.getStorageSync('cart') || []);
      return mpx.request({ url: API + '/catalog' }).then(({ data }) => commit('stock', data));
    },
    keep({ commit, getters }, lines) {
      commit('keep', lines);
      mpx.setStorageSync('cart', lines);
      if (lines.length) mpx.setTabBarBadge({ index: CART_TAB, text: String(getters.count) });
      else mpx.removeTabBarBadge({ index: CART_TAB });
    },
    add({ state, dispatch }, { code, choices = [], more }) {
      const dish = state.catalog.dishes.find((one) => one.code === code);
      dispatch('keep', changed(state.lines, dish, choices, more));
    },
    clear: ({ dispatch }) => dispatch('keep', []),
  },
});
