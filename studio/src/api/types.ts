/** The names the studio uses for the server's shapes. */
import type { components } from './schema';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
