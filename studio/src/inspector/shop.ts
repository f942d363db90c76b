/** What fields deep in the inspector need to know of the shop: where its pictures are, which pages and goods it has. */
import type { InjectionKey } from 'vue';

export interface ShopAround {
  slug: string;
  pictures: string;
  phone: string;
  pages: { value: string; label: string }[];
  dishes: { value: string; label: string }[];
  categories: { value: string; label: string }[];
}

export const SHOP: InjectionKey<ShopAround> = Symbol('shop');
