/** Catalogue and cart as reactive state. */
import { computed, ref } from 'vue';
import { API, changed, countOf, groupsOf, totalOf, yuan } from '../../shop/goods.js';

const CART_TAB = 2;

export const catalog = ref({ categories: [], dishes: [] });
export const lines = ref(uni.getStorageSync('cart') || []);

export const groups = computed(() => groupsOf(catalog.value));
export const counts = computed(() => {
  const found = {};
  for (const { code, quantity } of lines.value) found[code] = (found[code] || 0) + quantity;
  return found;
});
export const count = computed(() => countOf(lines.value));
export const sum = computed(() => yuan(totalOf(lines.value)));

export const dishOf = (code) => catalog.value.dishes.find((dish) => dish.code === code);

export const load = () =>
  uni.request({
    url: API + '/catalog',
    success({ data }) {
      catalog.value = data;
    },
  });

function keep(next) {
  lines.value = next;
  uni.setStorageSync('cart', next);
  if (next.length) uni.setTabBarBadge({ index: CART_TAB, text: String(count.value) });
  else uni.removeTabBarBadge({ index: CART_TAB });
}

export const add = (code, choices, more) => keep(changed(lines.value, dishOf(code), choices, more));
export const clear = () => keep([]);
