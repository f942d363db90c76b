/** What this copy of the template is told about its shop. https://miniapp.xiaohongshu.com/doc/DC437650 */

exports.read = () => xhs.getExtConfigSync();
