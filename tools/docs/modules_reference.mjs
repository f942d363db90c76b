// Writes docs/reference/modules.md from the shell's types and comments, as TypeScript reads them. `--check` fails if the
// file in the repository is not that text. Fails, too, if a module or function named here is gone, or if nothing says
// what it does.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SHELL = `${ROOT}src/kaipu/shell/`;
const PAGE = `${ROOT}docs/reference/modules.md`;

/** What blocks use of each module, with a sentence where the source has none. The rest is the shell's own. */
const SHOWN = {
  links: {
    open: 'Goes where a link leads; a link to what is no longer there does nothing.',
    leads: '',
    openPage: "To a page of the definition, such as 'menu', or of the shell: '@orders', '@shop', '@cart', '@search'.",
    openMenu: '',
  },
  cart: { add: '', lines: 'Everything in the cart, priced from the catalogue.', summary: 'Counts and the sum.', filter: '' },
  store: { dish: 'A dish of the catalogue by its code.', shop: 'What `derive` is given, for methods.' },
  money: { yuan: '' },
  hours: {
    status: '',
    week: '',
    moment: '',
    local_min: 'A moment in minutes of the clock of `shop.shop`, since 1970: `% 1440` is how far into the day it is.',
  },
  words: { fill: '' },
  'goods/dishes': { card: 'A dish as lists show it.' },
  'goods/choosing': { start: '', sum: '', toggle: '', drawn: '' },
  'goods/pictures': { address: 'The address that an `image` can draw, of a prop of type `image` or of a dish.' },
  'orders/basket': { rows: "The cart's lines as text, for a list." },
  'orders/pickup': { slots: 'The times to choose from: of what is left of today, or else of tomorrow.', takesOrders: '' },
};
const SHAPES = ['Shop', 'Catalog', 'Category', 'Dish', 'Option', 'Choice', 'ShopInformation', 'Hours', 'Link', 'Card',
  'CartSummary', 'CartChange', 'CartLine', 'PricedLine', 'Problem', 'TapEvent'];

const { options, fileNames } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${SHELL}tsconfig.json`, ts.sys.readFile).config, ts.sys, SHELL);
const program = ts.createProgram(fileNames, options);
const checker = program.getTypeChecker();
const types = program.getSourceFile(`${SHELL}types.d.ts`);

/** @param {string} name of an interface or a type in types.d.ts */
function declared(name) {
  const found = types.statements.find((one) => one.name?.text === name);
  if (!found) throw new Error(`types.d.ts has no ${name}`);
  return found;
}

const SHOP = checker.getTypeAtLocation(declared('Shop'));

function exportsOf(module) {
  const file = program.getSourceFile(`${SHELL}${module}.js`);
  return Object.keys(SHOWN[module]).map((name) => {
    const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(file)).find((one) => one.name === name);
    if (!symbol) throw new Error(`kaipu/${module} has no ${name}`);
    return { name, symbol, call: checker.getTypeOfSymbolAtLocation(symbol, file).getCallSignatures()[0] };
  });
}

/** A parameter that `derive`'s shop fits is called that: what it needs of the shop is its own affair. */
function parameter(symbol) {
  const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
  if (type.isUnion() || !(type.flags & ts.TypeFlags.Object) || !checker.isTypeAssignableTo(SHOP, type))
    return `${symbol.name}${checker.isOptionalParameter(symbol.valueDeclaration) ? '?' : ''}: ${spelled(type)}`;
  return 'shop: Shop';
}

function spelled(type) {
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation).replaceAll(';', ',').replaceAll(', }', ' }');
}

function signature({ name, call }) {
  const gives = checker.getTypePredicateOfSignature(call) ? 'boolean' : spelled(call.getReturnType());
  return `${name}(${call.parameters.map(parameter).join(', ')}): ${gives}`;
}

function sentence(module, { name, symbol }) {
  const [said, own] = [ts.displayPartsToString(symbol.getDocumentationComment(checker)), SHOWN[module][name]];
  if (!said === !own) throw new Error(`kaipu/${module}.${name} is explained ${said ? 'twice' : 'nowhere'}`);
  return [said || own, ...symbol.getJsDocTags(checker).flatMap(remark)].join(' ').replaceAll('\n', ' ');
}

/** What a comment says of a parameter or of the answer. */
function remark({ name, text }) {
  const said = ts.displayPartsToString(text);
  if (name === 'returns') return said ? [`Gives ${said}.`] : [];
  const [of, ...rest] = name === 'param' ? said.split(' ') : [];
  return rest.length ? [`\`${of}\`: ${rest.join(' ')}.`] : [];
}

function rows(module) {
  return exportsOf(module).map(
    (one) => `| \`kaipu/${module}\` | \`${signature(one).replaceAll('|', '\\|')}\` | ${sentence(module, one)} |`);
}

/** The two tables of the words that every block has, as they stand in words.js. */
function sharedWords() {
  const text = readFileSync(`${SHELL}words.js`, 'utf8');
  const [chinese, english] = ['zh', 'en'].map((language) =>
    [...new RegExp(`exports\\.shared = [^]*?${language}: \\{([^}]*)\\}`).exec(text)[1].matchAll(/(\w+): '([^']*)'/g)]);
  return chinese.map(([, name, word], at) => `| \`${name}\` | ${word} | ${english[at][2]} |`);
}

const verbatim = (name) => declared(name).getText(types).replace(/^export /, '');

const text = `# What a block's script is given

Made by \`tools/docs/modules_reference.mjs\` from \`src/kaipu/shell\`; do not edit. When \`derive\` is called, and what a block
cannot do, stands in [blocks](../../src/kaipu/blocks/README.md).

## \`block({ ... })\` of \`kaipu/block\`

\`\`\`ts
${verbatim('BlockDefinition')}
\`\`\`

\`this\` in \`methods\`, \`onCart\` and \`onCategory\` has the methods, \`data\` (\`props\`, \`view\`, \`words\`, the block's own \`data\` and what \`counted\`
gives) and \`setData(changes, done?)\`. A method is given a \`TapEvent\`: \`data-dish="{{one.code}}"\` in the template is
\`event.currentTarget.dataset.dish\`.

## Modules

\`const { open } = require('kaipu/links')\`. \`kaipu/platform\`, \`kaipu/release\` and \`kaipu/screen\` are refused in a block; other modules of the shell
are its own and may change.

| module | function | what it does |
|---|---|---|
${Object.keys(SHOWN).flatMap(rows).join('\n')}

Choices are written \`option:choice\`, such as \`['size:large', 'topping:egg']\`; \`[]\` for a dish without options.

## Words that every block with \`words\` has

| name | zh | en |
|---|---|---|
${sharedWords().join('\n')}

## Shapes

Money is whole fen. In \`Shop\`, \`pictures\` and \`origin\` are for \`address\` of \`kaipu/goods/pictures\`.

\`\`\`ts
${SHAPES.map(verbatim).join('\n\n')}
\`\`\`
`;

if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
else if (readFileSync(PAGE, 'utf8') !== text) {
  console.log('docs/reference/modules.md is not what its sources say: run npm run generate');
  process.exitCode = 1;
}
