/** What every element of a template understands: roles, aria, hidden, pressed looks. The rest is the built-in's own. */

const PRESSABLE = new Set(['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'menuitem', 'option']);
const PLAIN = new Set(['title', 'lang', 'tabindex', 'name', 'for']);

/** @param {any} element @param {string} name @param {any} value as in the template's data */
export function setAttribute(element, name, value) {
  if (element.set && element.set(name, value)) return;
  if (name === 'role') setRole(element, value);
  else if (name.startsWith('aria-')) setAria(element, name, value);
  else if (name === 'hidden') element.hidden = Boolean(value);
  else if (name === 'hover-class') setPressedClass(element, value);
  else if (PLAIN.has(name)) element.setAttribute(name, String(value ?? ''));
}

function setAria(element, name, value) {
  if (value === undefined || value === null || value === '') element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

function setRole(element, role) {
  setAria(element, 'role', role);
  if (element.tabIndex >= 0 && !element.__pressable) return;
  element.__pressable = PRESSABLE.has(role);
  if (element.__pressable) element.tabIndex = 0;
  else element.removeAttribute('tabindex');
}

function setPressedClass(element, name) {
  const fresh = element.__pressed === undefined;
  element.__pressed = name === 'none' ? '' : name;
  if (!fresh) return;
  const press = (on) => () => element.__pressed && element.__wxElement.toggleNodeClass(element.__pressed, on);
  element.addEventListener('pointerdown', press(true));
  for (const type of ['pointerup', 'pointercancel', 'pointerleave']) element.addEventListener(type, press(false));
}
