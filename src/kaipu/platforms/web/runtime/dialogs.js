/** Toasts and yes-or-no questions over the shop. */
import { shopElement } from './shop.js';

const TOAST_MS = 2200;
let timer = 0;
/** @type {HTMLElement | null} */
let place = null;

/** @param {string} text */
export function toast(text) {
  const element = (place = place ?? announcer());
  element.textContent = text;
  element.classList.add('ui-toast--on');
  clearTimeout(timer);
  timer = setTimeout(() => element.classList.remove('ui-toast--on'), TOAST_MS);
}

function announcer() {
  const element = document.createElement('div');
  element.className = 'ui-toast';
  element.setAttribute('role', 'status');
  shopElement.append(element);
  return element;
}

/**
 * The browser's own modal dialog keeps the focus inside, closes on Escape and gives the focus back.
 * @param {{text: string, yes: string, no: string}} question
 * @returns {Promise<boolean>}
 */
export function confirm({ text, yes, no }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ui-dialog';
  const message = document.createElement('p');
  message.textContent = text;
  message.id = 'kaipu-question';
  dialog.setAttribute('aria-labelledby', message.id);
  dialog.append(message, choices(dialog, yes, no));
  shopElement.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}

function choices(dialog, yes, no) {
  const row = document.createElement('div');
  row.className = 'ui-dialog__choices';
  for (const [value, text] of [
    ['no', no],
    ['yes', yes],
  ]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `ui-dialog__${value}`;
    button.textContent = text;
    button.addEventListener('click', () => dialog.close(value));
    row.append(button);
  }
  return row;
}
