/** What this copy of the template is told about its shop. https://smartprogram.baidu.com/docs/develop/api/ext/swan-getExtConfigSync/ */

exports.read = () => swan.getExtConfigSync();
