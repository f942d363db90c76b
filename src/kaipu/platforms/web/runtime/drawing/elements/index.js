/** The built-in tags. Each makes its element; `element.set(name, value)` answers true for attributes it handled. */
import { createButton, createForm } from './button.js';
import { createCheckbox, createCheckboxGroup, createRadio, createRadioGroup, createSwitch } from './choice.js';
import { createInput, createTextarea } from './field.js';
import { createIcon } from './icon.js';
import { createImage } from './image.js';
import { createNavigator } from './navigator.js';
import { createPicker } from './picker.js';
import { createRichText } from './rich-text.js';
import { createScroll } from './scroll.js';
import { createSwiper } from './swiper.js';

const plain = (tag) => () => document.createElement(tag);

const BUILT_INS = new Map([
  ['view', plain('ui-view')],
  ['text', plain('ui-text')],
  ['label', plain('label')],
  ['swiper-item', plain('ui-swiper-item')],
  ['button', createButton],
  ['form', createForm],
  ['checkbox', createCheckbox],
  ['checkbox-group', createCheckboxGroup],
  ['radio', createRadio],
  ['radio-group', createRadioGroup],
  ['switch', createSwitch],
  ['input', createInput],
  ['textarea', createTextarea],
  ['icon', createIcon],
  ['image', createImage],
  ['navigator', createNavigator],
  ['picker', createPicker],
  ['rich-text', createRichText],
  ['scroll-view', createScroll],
  ['swiper', createSwiper],
]);

/** @param {string} tag a built-in's, or a component's own */
export function createBuiltIn(tag) {
  const create = BUILT_INS.get(tag);
  return create ? create() : document.createElement(tag);
}
