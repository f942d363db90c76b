/** button and form. A button submits only where the template says so. */
import { emit } from '../events.js';

export function createButton() {
  const button = document.createElement('button');
  button.type = 'button';
  return Object.assign(button, {
    set(name, value) {
      if (name === 'form-type') button.type = value || 'button';
      else if (name === 'disabled') button.disabled = Boolean(value);
      else if (name === 'loading') button.setAttribute('aria-busy', String(Boolean(value)));
      else return false;
      return true;
    },
  });
}

export function createForm() {
  const form = document.createElement('form');
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    emit(form, 'submit', { value: Object.fromEntries(new FormData(form)) });
  });
  form.addEventListener('reset', () => emit(form, 'reset', {}));
  return form;
}
