/** image: a box of 320 by 240 unless styled, with the picture in it. Loads when it comes near the screen. */
import { emit } from '../events.js';

/** mode -> object-fit and object-position; widthFix and heightFix size the box by the picture instead */
const MODES = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  center: ['none', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  left: ['none', 'left'],
  right: ['none', 'right'],
};

export function createImage() {
  const box = document.createElement('ui-image');
  const picture = document.createElement('img');
  picture.alt = '';
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.addEventListener('load', () => {
    box.classList.remove('ui-image--broken');
    emit(box, 'load', { width: picture.naturalWidth, height: picture.naturalHeight });
  });
  picture.addEventListener('error', () => {
    box.classList.add('ui-image--broken');
    emit(box, 'error', { errMsg: 'not loaded' });
  });
  box.append(picture);
  return Object.assign(box, { set: (name, value) => set(box, picture, name, value) });
}

function set(box, picture, name, value) {
  if (name === 'src') setSource(picture, value);
  else if (name === 'mode') setMode(box, picture, value);
  else if (name === 'aria-label' || name === 'alt') picture.alt = value ?? '';
  else if (name === 'aria-hidden' && String(value) === 'true') picture.alt = '';
  else if (name === 'role' && value === 'img')
    return true; // the picture inside is one already, and has the label
  else return name === 'lazy-load';
  return true;
}

function setSource(picture, source) {
  if (source) picture.src = source;
  else picture.removeAttribute('src');
}

function setMode(box, picture, mode) {
  const [fit, position] = MODES[mode] ?? MODES.scaleToFill;
  picture.style.objectFit = fit;
  picture.style.objectPosition = position;
  box.classList.toggle('ui-image--width-fix', mode === 'widthFix');
  box.classList.toggle('ui-image--height-fix', mode === 'heightFix');
}
