const a = 1;
function f(a) {
  a = 2;
  a++;
  return a instanceof Function ? 'b\
 c' : a;
}
module.exports = { f, a };
