/** What this copy of the template is told about its shop. https://q.qq.com/wiki/develop/miniprogram/API/ */

exports.read = () => qq.getExtConfigSync();
