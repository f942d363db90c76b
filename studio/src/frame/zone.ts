/** Times are told by the shop's clock, wherever the owner's phone is. */
import { ref } from 'vue';

export const shopZone = ref('Asia/Shanghai');

export function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: shopZone.value });
}

export function dateAndTime(iso: string, locale: string): string {
  return new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: shopZone.value });
}
