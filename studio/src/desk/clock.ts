/** Times of day as the shop's people say them. */
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** The present, renewed twice a minute, for "5 minutes ago". */
export function useNow(): Ref<number> {
  const now = ref(Date.now());
  let timer = 0;
  onMounted(() => {
    timer = window.setInterval(() => (now.value = Date.now()), 30_000);
  });
  onBeforeUnmount(() => clearInterval(timer));
  return now;
}
