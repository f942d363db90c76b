/** Icons of the shell as SVG elements; their text is the bundle's own, never a shop's. */
import files from 'kaipu:icons';

const OWN = {
  back: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M15 5l-7 7 7 7"/></svg>',
};

/** @param {string} name such as 'home'; an unknown one draws nothing */
export function icon(name) {
  const text = OWN[name] ?? files[name];
  const holder = document.createElement('span');
  holder.className = 'ui-glyph';
  holder.setAttribute('aria-hidden', 'true');
  if (text)
    holder.append(document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true));
  return holder;
}
