/** JSON Patch as far as the studio itself makes it: add, remove, replace, move. The server is the judge of every edit. */
import type { Patch } from '@/api/types';
import { spliced } from './spliced';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function pointer(...parts: (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function partsOf(path: string): string[] {
  return path.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A copy of `target` in which `change` has been made to the container that holds `path`'s last part; what is untouched is shared. */
function within(target: Json, parts: string[], change: (holder: Json, key: string) => Json): Json {
  const [key = '', ...rest] = parts;
  if (rest.length === 0) return change(target, key);
  if (Array.isArray(target)) return target.map((item, index) => (String(index) === key ? within(item, rest, change) : item));
  if (target === null || typeof target !== 'object') throw new Error(`nothing at ${key}`);
  return { ...target, [key]: within(target[key] ?? null, rest, change) };
}

function put(holder: Json, key: string, value: Json, insert: boolean): Json {
  if (!Array.isArray(holder)) return { ...(holder as object), [key]: value };
  const index = key === '-' ? holder.length : Number(key);
  return spliced(holder, index, insert ? 0 : 1, value);
}

function drop(holder: Json, key: string): Json {
  if (Array.isArray(holder)) return spliced(holder, Number(key), 1);
  const { [key]: _gone, ...rest } = holder as { [key: string]: Json };
  return rest;
}

function read(target: Json, parts: string[]): Json {
  return parts.reduce<Json>((value, part) => (value as { [key: string]: Json })[part] ?? null, target);
}

export function applied<T>(document: T, patch: Patch): T {
  let result = document as Json;
  for (const step of patch) {
    const parts = partsOf(step.path);
    if (step.op === 'remove') result = within(result, parts, drop);
    else if (step.op === 'move') {
      const from = partsOf(step.from ?? '');
      const value = read(result, from);
      result = within(within(result, from, drop), parts, (holder, key) => put(holder, key, value, true));
    } else result = within(result, parts, (holder, key) => put(holder, key, (step.value ?? null) as Json, step.op === 'add'));
  }
  return result as T;
}
