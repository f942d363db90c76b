/** Catalogue and cart: a store outside React, and hooks that read it. */
import Taro from '@tarojs/taro';
import { useMemo, useSyncExternalStore } from 'react';
import { API, changed, countOf, groupsOf, totalOf, yuan } from '../../shop/goods';

const CART_TAB = 2;

let state = { catalog: { categories: [], dishes: [] }, lines: Taro.getStorageSync('cart') || [] };
let listeners = [];

function set(more) {
  state = { ...state, ...more };
  listeners.forEach((listener) => listener());
}

function subscribe(listener) {
  listeners = listeners.concat(listener);
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

export const useCatalog = () => useSyncExternalStore(subscribe, () => state.catalog);
export const useLines = () => useSyncExternalStore(subscribe, () => state.lines);

export function useGroups() {
  const catalog = useCatalog();
  return useMemo(() => groupsOf(catalog), [catalog]);
}

/** How many of each dish, of all, and what they cost. */
export function useCart() {
  const lines = useLines();
  return useMemo(() => {
    const counts = {};
    lines.forEach(({ code, quantity }) => {
      counts[code] = (counts[code] || 0) + quantity;
    });
    return { lines, counts, count: countOf(lines), sum: yuan(totalOf(lines)) };
  }, [lines]);
}

export const dishOf = (code) => state.catalog.dishes.find((dish) => dish.code === code);

export const load = () => Taro.request({ url: API + '/catalog', success: ({ data }) => set({ catalog: data }) });

function keep(lines) {
  set({ lines });
  Taro.setStorageSync('cart', lines);
  if (lines.length) Taro.setTabBarBadge({ index: CART_TAB, text: String(countOf(lines)) });
  else Taro.removeTabBarBadge({ index: CART_TAB });
}

export const add = (code, choices, more) => keep(changed(state.lines, dishOf(code), choices, more));
export const clear = () => keep([]);
