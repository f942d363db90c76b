/** A text that a block brings in both languages, in the reader's. */
import { language } from '@/i18n';

export function spoken(text: { zh: string; en: string }): string {
  return language() === 'en' ? text.en : text.zh;
}
