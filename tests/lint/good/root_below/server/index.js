const fs = require('../parts/read');

module.exports = fs;
