/** navigator: a link with a real address, opened by the router. */

export function createNavigator() {
  const link = document.createElement('a');
  let open = 'navigate';
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const target = link.dataset.target ?? '';
    window.dispatchEvent(new CustomEvent('kaipu:go', { detail: { target, open } }));
  });
  return Object.assign(link, {
    set(name, value) {
      if (name === 'url') setTarget(link, value);
      else if (name === 'open-type') open = value;
      else return false;
      return true;
    },
  });
}

function setTarget(link, target) {
  link.dataset.target = target;
  const detail = { target, url: '' };
  window.dispatchEvent(new CustomEvent('kaipu:address', { detail }));
  link.href = detail.url;
}
