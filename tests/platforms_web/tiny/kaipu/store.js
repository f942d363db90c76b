const platform = require('kaipu/platform');
const release = require('kaipu/release');

let content = { definition: release.definition, catalog: release.catalog, shop: release.shop };
const listeners = [];

exports.content = () => content;
exports.on = (listener) => listeners.push(listener);
exports.refresh = () =>
  platform.request({ method: 'GET', url: release.api + '/live', timeout_ms: 2000 }).then(
    (answer) => {
      content = { definition: answer.body.definition, catalog: content.catalog, shop: answer.body.shop };
      listeners.forEach((listener) => listener());
    },
    () => platform.toast('offline'),
  );
