const { make } = require('../../lib/make');

make({ a: 1 });
