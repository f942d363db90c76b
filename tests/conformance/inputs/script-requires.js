// A module is found wherever it is required.
const { cart } = require('kaipu/cart'), own = require("./own");
module.exports = { ...require('./own'), late: () => (cart ? require('kaipu/links') : own) };
