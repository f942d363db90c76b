/** The names the studio uses for the server's shapes. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type OwnerOrder = Schemas['DeskOrderDocument'];
export type OwnerDish = Schemas['DeskDish'];
export type DishChanges = Schemas['DishChanges'];
export type Hours = Schemas['Hours'];
export type ShopChanges = Schemas['ShopChanges'];
