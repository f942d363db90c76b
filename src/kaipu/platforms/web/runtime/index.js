/** The module `kaipu/platform` on the web: exactly what shell/platform.d.ts states. */
import { style } from 'kaipu/theme';
import { setTabBadge } from './pages/frame.js';
import { language } from './language.js';
import { lengths } from './drawing/lengths.js';
import { back, frameHere, navigate, replace, routes } from './pages/router.js';

export { component, page } from './drawing/components.js';
export { app } from './start.js';
export { confirm, toast } from './dialogs.js';
export { request } from './request.js';
export { read, write } from './storage.js';
export { back, language, navigate, replace, setTabBadge };

export const name = 'web';
/** @type {'h5'} */
export const paymentWay = 'h5';

/** A web shop has no accounts: the server's session is the whole login. */
export const login = () => Promise.resolve('');

/** @param {{url?: string}} payment @returns {Promise<'leaving'>} */
export async function pay({ url = '' }) {
  location.assign(url);
  return 'leaving';
}

/** @param {string} phone */
export function call(phone) {
  location.assign(`tel:${phone.replace(/[^\d+]/g, '')}`);
}

/** Phones hand a geo: address to their own maps; elsewhere a map page opens in a new tab. */
export function openMap({ name: label, address, latitude, longitude }) {
  const here = `${latitude},${longitude}`;
  if (/Android/.test(navigator.userAgent)) location.assign(`geo:${here}?q=${here}(${encodeURIComponent(label)})`);
  else open(mapPage(label, address, latitude, longitude), '_blank', 'noopener');
}

function mapPage(label, address, latitude, longitude) {
  const query = { position: `${longitude},${latitude}`, name: label || address, coordinate: 'wgs84', callnative: '1' };
  return `https://uri.amap.com/marker?${new URLSearchParams(query)}`;
}

/** @param {string} text */
export const setTitle = (text) => frameHere().setTitle(text);

/** The bars and dialogs wear the page's colours. @param {any} theme */
export function setTheme(theme) {
  document.documentElement.style.cssText = lengths(style(theme));
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', theme.background);
}

/** @param {(online: boolean) => void} listener */
export function onOnline(listener) {
  addEventListener('online', () => listener(true));
  addEventListener('offline', () => listener(false));
}

/** @param {string} path @param {Record<string, string>} [query] */
export const pageUrl = (path, query) => new URL(routes.toUrl(path, query), location.href).href;
