/**
 * Expressions of mini-program templates, by the platforms' documentation: literals, lists, objects, members, arithmetic,
 * comparison, logic and choice; calls of what script modules export. `compile(text)` gives scope => value. A member of
 * nothing is nothing, as on all platforms; what is not an expression throws.
 */

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_$][\w$]*)|(===|!==|==|!=|<=|>=|&&|\|\||\.\.\.|[-+*/%!<>?:.,()[\]{}]))/y;

const LEVELS = [['||'], ['&&'], ['===', '!==', '==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];

const WORDS = { true: true, false: false, null: null, undefined };

const BINARY = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '==': (a, b) => a == b,
  '!=': (a, b) => a != b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

function tokensOf(text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`not an expression at ${at}: ${text}`);
    const [, number, string, name, sign] = found;
    if (number) tokens.push({ value: Number(number) });
    else if (string) tokens.push({ value: string.slice(1, -1).replace(/\\(.)/g, '$1') });
    else tokens.push(name ? { name } : { sign });
  }
  return tokens;
}

class Reader {
  constructor(text) {
    this.text = text;
    this.tokens = tokensOf(text);
    this.at = 0;
  }

  sign(...signs) {
    const token = this.tokens[this.at];
    if (!token || !signs.includes(token.sign)) return '';
    this.at++;
    return token.sign;
  }

  expect(sign) {
    if (!this.sign(sign)) throw new Error(`${sign} is missing: ${this.text}`);
  }

  choice() {
    const test = this.binary(0);
    if (!this.sign('?')) return test;
    const yes = this.choice();
    this.expect(':');
    const no = this.choice();
    return (scope) => (test(scope) ? yes(scope) : no(scope));
  }

  binary(level) {
    if (level === LEVELS.length) return this.unary();
    let left = this.binary(level + 1);
    for (let sign; (sign = this.sign(...LEVELS[level])); ) left = joined(sign, left, this.binary(level + 1));
    return left;
  }

  unary() {
    const sign = this.sign('!', '-', '+');
    if (!sign) return this.member(this.primary());
    const of = this.unary();
    return { '!': (scope) => !of(scope), '-': (scope) => -of(scope), '+': (scope) => +of(scope) }[sign];
  }

  member(of) {
    if (this.sign('.')) {
      const { name } = this.tokens[this.at++];
      return this.member((scope) => of(scope)?.[name]);
    }
    if (this.sign('(')) return this.member(called(of, this.upTo(')')));
    if (!this.sign('[')) return of;
    const key = this.choice();
    this.expect(']');
    return this.member((scope) => of(scope)?.[key(scope)]);
  }

  primary() {
    if (this.sign('(')) {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    if (this.sign('[')) return listed(this.upTo(']'));
    if (this.sign('{')) return this.entries('}');
    const token = this.tokens[this.at++];
    if (!token || token.sign) throw new Error(`not an expression: ${this.text}`);
    const { name, value } = token;
    if (name === undefined) return () => value;
    return name in WORDS ? () => WORDS[name] : (scope) => scope[name];
  }

  upTo(end) {
    const items = [];
    while (!this.sign(end)) {
      items.push(this.choice());
      this.sign(',');
    }
    return items;
  }

  /** `a: 1, b, ...c`, up to a sign, or to the end. */
  entries(end) {
    const parts = [];
    while (this.at < this.tokens.length && !this.sign(end)) {
      if (this.sign('...')) parts.push(this.choice());
      else parts.push(this.entry(this.tokens[this.at++]));
      this.sign(',');
    }
    return (scope) => Object.assign({}, ...parts.map((part) => part(scope)));
  }

  entry({ name, value = name }) {
    const of = this.sign(':') ? this.choice() : (scope) => scope[name];
    return (scope) => ({ [value]: of(scope) });
  }
}

const listed = (items) => (scope) => items.map((item) => item(scope));

const called = (of, items) => (scope) => {
  const run = of(scope);
  if (typeof run !== 'function') throw new Error(`${run} is no function of a script module`);
  return run(...items.map((item) => item(scope)));
};

function joined(sign, left, right) {
  if (sign === '||') return (scope) => left(scope) || right(scope);
  if (sign === '&&') return (scope) => left(scope) && right(scope);
  return (scope) => BINARY[sign](left(scope), right(scope));
}

/** @param {string} text between the double braces */
export const compile = (text) => whole(text, (reader) => reader.choice());

/** @param {string} text between the braces of a template's data */
export const compileEntries = (text) => whole(text, (reader) => reader.entries(''));

function whole(text, read) {
  const reader = new Reader(text);
  const value = read(reader);
  if (reader.at < reader.tokens.length) throw new Error(`not one expression: ${text}`);
  return value;
}
