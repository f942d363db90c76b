/**
 * The desk's orders, kept fresh by asking every three seconds for what changed since the last answer.
 * An order that becomes paid while the desk is open is news: it rings.
 */
import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue';
import { answer, api, Refusal } from '@/api/client';
import type { OwnerOrder } from '@/api/types';

const EVERY_MS = 3000;

export interface OrderFeed {
  orders: ComputedRef<OwnerOrder[]>;
  loaded: Ref<boolean>;
  error: Ref<Error | null>;
  refresh: () => Promise<void>;
  put: (order: OwnerOrder) => void;
}

export function useOrderFeed(slug: string, onNew: (order: OwnerOrder) => void): OrderFeed {
  const byId = ref(new Map<string, OwnerOrder>());
  const loaded = ref(false);
  const error = ref<Error | null>(null);
  let cursor = '';
  let timer = 0;
  let stopped = false;

  const orders = computed(() => [...byId.value.values()].sort((a, b) => (a.created_at < b.created_at ? 1 : -1)));

  function put(order: OwnerOrder): void {
    byId.value.set(order.id, order);
  }

  async function refresh(): Promise<void> {
    const query = cursor ? { after: cursor } : {};
    const page = await answer(api.GET('/api/owner/shops/{slug}/orders', { params: { path: { slug }, query } }));
    for (const order of page.orders) {
      if (loaded.value && order.state === 'paid' && byId.value.get(order.id)?.state !== 'paid') onNew(order);
      put(order);
    }
    cursor = page.cursor;
    loaded.value = true;
  }

  async function turn(): Promise<void> {
    try {
      await refresh();
      error.value = null;
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      error.value = reason;
    } finally {
      if (!stopped) timer = window.setTimeout(turn, EVERY_MS);
    }
  }

  onMounted(turn);
  onBeforeUnmount(() => {
    stopped = true;
    clearTimeout(timer);
  });
  return { orders, loaded, error, refresh, put };
}
