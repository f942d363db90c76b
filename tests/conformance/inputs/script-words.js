// What only looks like a require stays as it is.
// require('./gone')
const text = "require('./gone')", pattern = /require\('x'\)/g;
exports.a = { require: `require('./gone') ${text}${pattern}` };
