/** What this copy of the template is told about its shop. https://mp.kuaishou.com/docs/develop/api-next/ext/ks.getExtConfigSync */

exports.read = () => ks.getExtConfigSync();
