/** input and textarea. The length limit of 140 is that of mini-programs; -1 lifts it. */
import { emit } from '../events.js';

const LIMIT = 140;

/** type of the template -> what the browser calls it */
const TYPES = {
  number: { inputMode: 'numeric' },
  digit: { inputMode: 'decimal' },
  idcard: { inputMode: 'text' },
  tel: { type: 'tel' },
  nickname: { autocomplete: 'nickname' },
};

export function createInput() {
  const input = field(document.createElement('input'));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) emit(input, 'confirm', { value: input.value });
  });
  return input;
}

export function createTextarea() {
  const area = field(document.createElement('textarea'));
  const grow = () => {
    if (!area.autoHeight) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
  area.addEventListener('input', grow);
  return Object.assign(area, { autoHeight: false, grow });
}

function field(input) {
  input.maxLength = LIMIT;
  const tell = (type) => () => emit(input, type, { value: input.value, cursor: input.selectionStart ?? 0 });
  for (const type of ['input', 'focus', 'blur']) input.addEventListener(type, tell(type));
  input.set = (name, value) => set(input, name, value);
  return input;
}

function set(input, name, value) {
  if (name === 'value') setValue(input, value);
  else if (name === 'placeholder') input.placeholder = value ?? '';
  else if (name === 'disabled') input.disabled = Boolean(value);
  else if (name === 'maxlength') setLimit(input, Number(value));
  else if (name === 'type') Object.assign(input, TYPES[value]);
  else if (name === 'password') input.type = value ? 'password' : 'text';
  else if (name === 'confirm-type') input.enterKeyHint = value;
  else if (name === 'focus' || name === 'auto-focus') focusSoon(input, value);
  else if (name === 'auto-height') input.autoHeight = value !== false;
  else return false;
  return true;
}

/** An equal value is not written again: that would move the cursor and break a word being composed. */
function setValue(input, value) {
  const text = value === undefined || value === null ? '' : String(value);
  if (input.value !== text) input.value = text;
  if (input.grow) requestAnimationFrame(input.grow);
}

function setLimit(input, limit) {
  if (limit >= 0) input.maxLength = limit;
  else input.removeAttribute('maxlength');
}

function focusSoon(input, wanted) {
  if (wanted !== false && wanted !== undefined) requestAnimationFrame(() => input.focus());
}
