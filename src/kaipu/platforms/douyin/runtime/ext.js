/** What this copy of the template is told about its shop. https://developer.open-douyin.com/docs/resource/zh-CN/thirdparty/overview-guide/smallprogram/DevelopingCode */

exports.read = () => tt.getExtConfigSync();
