/** Chinese first, English complete; the reader's choice is kept on this device. */
import { createI18n } from 'vue-i18n';
import en from './en';
import zh from './zh-CN';

export type Language = 'zh-CN' | 'en';

const KEY = 'kaipu.language';

export function language(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Reloads, because dates, the component library and the server's sentences change with it. */
export function switchLanguage(to: Language): void {
  localStorage.setItem(KEY, to);
  location.reload();
}

document.documentElement.lang = language();

export const i18n = createI18n<[typeof zh], Language, false>({
  legacy: false,
  locale: language(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
});
