const inside = typeof window === 'undefined';
const page = inside ? null : window.document;
function f(my, document) {
  return my.name + document.title;
}
module.exports = { page, f, a: typeof my !== 'undefined' ? my.env : null };
