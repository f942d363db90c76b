/** The names the studio uses for the server's shapes. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type OwnerOrder = Schemas['DeskOrderDocument'];
export type OwnerDish = Schemas['DeskDish'];
export type DishChanges = Schemas['DishChanges'];
export type Hours = Schemas['Hours'];
export type ShopChanges = Schemas['ShopChanges'];
export type BlockManifest = Schemas['BlockManifest'];
export type Definition = Schemas['Definition'];
export type DefinitionNode = Schemas['Node'];
export type Draft = Schemas['DraftAnswer'];
export type Release = Schemas['Release'];
/** RFC 6902. The generated type asks for `from` in every step; only `move` has one, so patches are cast where they are made. */
export type Patch = Schemas['PatchStep'][];
