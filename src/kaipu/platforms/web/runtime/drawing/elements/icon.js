/** icon: the few shapes mini-programs have built in. Decorative unless the template gives it a name. */

const SVG = 'http://www.w3.org/2000/svg';

/** On a grid of 24; `ring` fills a disc beneath the shape. */
const SHAPES = {
  success: { disc: true, path: 'M7 12.5l3.5 3.5L17 9' },
  success_no_circle: { path: 'M4 12.5l5.5 5.5L20 7' },
  info: { disc: true, path: 'M12 11v6M12 7v.5' },
  warn: { disc: true, path: 'M12 7v6M12 16.5v.5' },
  waiting: { disc: true, path: 'M12 7v5.5l3.5 2' },
  cancel: { path: 'M8 8l8 8M16 8l-8 8' },
  clear: { disc: true, path: 'M8.5 8.5l7 7M15.5 8.5l-7 7' },
  download: { disc: true, path: 'M12 7v8M8.5 12L12 15.5 15.5 12' },
  search: { path: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21' },
};

const COLORS = {
  success: '#07c160',
  warn: '#f76260',
  info: '#10aeff',
  waiting: '#10aeff',
  clear: '#b2b2b2',
  search: '#b2b2b2',
};

export function createIcon() {
  const icon = document.createElement('ui-icon');
  icon.setAttribute('aria-hidden', 'true');
  icon.style.setProperty('--icon-size', '23px');
  return Object.assign(icon, {
    set(name, value) {
      if (name === 'type') draw(icon, value);
      else if (name === 'size') icon.style.setProperty('--icon-size', `${parseFloat(value)}px`);
      else if (name === 'color') icon.style.color = value;
      else if (name === 'aria-label') label(icon, value);
      else return false;
      return true;
    },
  });
}

function label(icon, text) {
  icon.removeAttribute('aria-hidden');
  icon.setAttribute('role', 'img');
  icon.setAttribute('aria-label', text);
}

function draw(icon, type) {
  const shape = SHAPES[type] ?? SHAPES.info;
  if (!icon.style.color) icon.style.color = COLORS[type] ?? COLORS.success;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  if (shape.disc) svg.append(part('circle', { cx: 12, cy: 12, r: 11, fill: 'currentColor' }));
  const stroke = shape.disc ? '#fff' : 'currentColor';
  svg.append(part('path', { d: shape.path, fill: 'none', stroke, 'stroke-width': 2, 'stroke-linecap': 'round' }));
  icon.replaceChildren(svg);
}

function part(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
