// Letters of many bytes before a require move nothing.
const 面 = '🍜 é';
exports.own = require('./own'); // 面
exports.面 = 面;
