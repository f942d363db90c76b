/** What this copy of the template is told about its shop. https://opendocs.alipay.com/mini/api/getExtConfigSync */

exports.read = () => my.getExtConfigSync();
