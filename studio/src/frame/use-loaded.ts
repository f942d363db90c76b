/** One thing from the server: its value, why it is not there, and a way to ask again. */
import { onMounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { Refusal } from '@/api/client';

export interface Loaded<T> {
  value: ShallowRef<T | null>;
  error: Ref<Error | null>;
  load: () => Promise<void>;
}

export function useLoaded<T>(fetchIt: () => Promise<T>): Loaded<T> {
  const value: ShallowRef<T | null> = shallowRef(null);
  const error = ref<Error | null>(null);

  async function load(): Promise<void> {
    error.value = null;
    try {
      value.value = await fetchIt();
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      error.value = reason;
    }
  }

  onMounted(load);
  return { value, error, load };
}
