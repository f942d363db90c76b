/**
 * What this copy of the template is told about its shop, in the answer's `extConfig`.
 * https://smartprogram.baidu.com/docs/develop/api/getextconfig/swan-getExtConfigSync/
 */

exports.read = () => swan.getExtConfigSync();
