const shared = require('../../lib/money');

Page({ ...shared, data: {}, onLoad() { this.fromElsewhere(); } });
