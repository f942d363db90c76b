/**
 * The draft being edited. Every edit is one small JSON Patch against the revision it was made on, shown at once and then
 * sent; edits go out one after the other, so that each has the revision the one before it made. On a clash the server's
 * newest document replaces ours and the owner is told.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { answer, api, Refusal } from '@/api/client';
import type { Definition, Draft, Patch } from '@/api/types';
import { applied } from './patch';

export interface DraftStore {
  draft: ShallowRef<Draft | null>;
  definition: ComputedRef<Definition | null>;
  error: Ref<Error | null>;
  saving: ComputedRef<boolean>;
  load: () => Promise<void>;
  edit: (label: string, patch: Patch) => void;
  step: (direction: 'undo' | 'redo') => Promise<void>;
  publish: () => Promise<number>;
}

export function useDraft(slug: string, onRefused: (refusal: Refusal) => void): DraftStore {
  const params = { path: { slug } };
  const draft: ShallowRef<Draft | null> = shallowRef(null);
  const shown: ShallowRef<Definition | null> = shallowRef(null);
  const error = ref<Error | null>(null);
  const waiting = ref(0);
  let queue: Promise<void> = Promise.resolve();

  function accept(answered: Draft): void {
    draft.value = answered;
    if (waiting.value <= 1) shown.value = answered.definition;
  }

  async function load(): Promise<void> {
    error.value = null;
    try {
      accept(await answer(api.GET('/api/owner/shops/{slug}/draft', { params })));
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      error.value = reason;
    }
  }

  async function send(label: string, patch: Patch): Promise<void> {
    try {
      const body = { base_rev: draft.value?.rev ?? 0, label, patch };
      accept(await answer(api.POST('/api/owner/shops/{slug}/operations', { params, body })));
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      onRefused(reason);
      shown.value = draft.value?.definition ?? null;
      await load();
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting.value += 1;
    const result = queue.then(work).finally(() => (waiting.value -= 1));
    queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  function edit(label: string, patch: Patch): void {
    if (!shown.value) return;
    shown.value = applied(shown.value, patch);
    void inTurn(() => send(label, patch));
  }

  const step = (direction: 'undo' | 'redo') =>
    inTurn(async () => accept(await answer(api.POST(`/api/owner/shops/{slug}/${direction}`, { params }))));

  const publish = () =>
    inTurn(async () => {
      const release = await answer(api.POST('/api/owner/shops/{slug}/releases', { params }));
      await load();
      return release.number;
    });

  return { draft, definition: computed(() => shown.value), error, saving: computed(() => waiting.value > 0), load, edit, step, publish };
}
