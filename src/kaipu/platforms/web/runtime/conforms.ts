/** Never bundled: fails the type check when the run time is not what the shell asks of a platform. */
import type { Platform } from '../../../shell/platform';
import * as web from './index.js';

export const platform: Platform = web;
