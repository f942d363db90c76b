/** picker: the browser's own select, date or time field lies unseen over what the template shows. */
import { emit } from '../events.js';

export function createPicker() {
  const host = document.createElement('ui-picker');
  const root = host.attachShadow({ mode: 'open' });
  const state = { mode: 'selector', range: [], rangeKey: '', value: 0, start: '', end: '', label: '', disabled: false };
  const slot = document.createElement('slot');
  const redraw = () => root.replaceChildren(slot, control(host, state));
  redraw();
  return Object.assign(host, {
    set(name, value) {
      const key = name === 'range-key' ? 'rangeKey' : name === 'aria-label' ? 'label' : name;
      if (!(key in state)) return false;
      state[key] = value;
      redraw();
      return true;
    },
  });
}

function control(host, state) {
  const input = state.mode === 'date' || state.mode === 'time' ? moment(state) : select(state);
  input.setAttribute('part', 'control');
  if (state.label) input.setAttribute('aria-label', state.label);
  input.disabled = Boolean(state.disabled);
  input.addEventListener('click', (event) => event.stopPropagation());
  input.addEventListener('change', () => {
    state.value = input.value;
    emit(host, 'change', { value: input.value });
  });
  return input;
}

function select(state) {
  const element = document.createElement('select');
  (state.range || []).forEach((item, index) => {
    const text = state.rangeKey ? item[state.rangeKey] : item;
    element.add(new Option(String(text), String(index)));
  });
  element.value = String(state.value);
  return element;
}

/** A date is shown by the field's own picker, opened by a press anywhere on it where the browser can. */
function moment(state) {
  const element = document.createElement('input');
  element.type = state.mode;
  element.min = state.start;
  element.max = state.end;
  element.value = String(state.value || '');
  element.addEventListener('click', () => element.showPicker && element.showPicker());
  return element;
}
