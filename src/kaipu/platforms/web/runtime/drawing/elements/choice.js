/** checkbox, radio, switch and their groups, as the browser's own inputs. */
import { emit } from '../events.js';

let groups = 0;

function choice(type, className) {
  const input = document.createElement('input');
  input.type = type;
  input.className = className;
  return Object.assign(input, {
    set(name, value) {
      if (name === 'checked' || name === 'disabled') input[name] = Boolean(value);
      else if (name === 'value') input.value = String(value);
      else if (name === 'color') input.style.setProperty('--choice', value);
      else return false;
      return true;
    },
  });
}

export const createCheckbox = () => choice('checkbox', 'ui-checkbox');

export function createRadio() {
  const input = choice('radio', 'ui-radio');
  // Its group is known once the tree that is being built stands.
  queueMicrotask(() => {
    const group = /** @type {any} */ (input.closest('ui-radio-group'));
    if (group) input.name = group.groupName;
  });
  return input;
}

export function createSwitch() {
  const input = choice('checkbox', 'ui-switch');
  input.setAttribute('role', 'switch');
  input.addEventListener('change', () => emit(input, 'change', { value: input.checked }));
  return input;
}

export function createRadioGroup() {
  const group = document.createElement('ui-radio-group');
  groups += 1;
  group.setAttribute('role', 'radiogroup');
  group.addEventListener('change', ({ target }) =>
    emit(group, 'change', { value: /** @type {HTMLInputElement} */ (target).value }),
  );
  return Object.assign(group, { groupName: `radio-group-${groups}` });
}

export function createCheckboxGroup() {
  const group = document.createElement('ui-checkbox-group');
  group.setAttribute('role', 'group');
  group.addEventListener('change', () => {
    const checked = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('input:checked')]);
    emit(group, 'change', { value: checked.map((input) => input.value) });
  });
  return group;
}
