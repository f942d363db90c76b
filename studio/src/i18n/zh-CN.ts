export default {
  app: { name: '开铺', owner: '掌柜', language: 'English', signOut: '退出登录', retry: '再试一次', cancel: '取消', save: '保存', close: '关闭', back: '返回', done: '好了', undo: '撤销', redo: '重做', more: '更多' },
  nav: { desk: '订单', goods: '菜品', books: '账本', canvas: '装修', shop: '店铺' },
  signIn: { title: '欢迎回来', opening: '正在为你开门…', welcome: '请打开你的登录链接。链接由开铺启动时给出，也可以让店里的电脑再发一条：', used: '要一条新链接，在运行开铺的电脑上输入：', noShops: '这个账号还没有店铺。', pick: '进哪家店？' },
  offline: { title: '连不上开铺', hint: '检查一下网络，连上后会自动继续。' },
  desk: {
    title: '接单台', waiting: '待接单', making: '制作中', ready: '待取餐', finished: '已完成', all: '全部',
    emptyWaiting: '暂时没有新订单', emptyHint: '有新单会响铃，页面开着就好。', empty: '这里还没有订单',
    ringOn: '响铃已开', ringOff: '点一下打开响铃', table: '{table} 号桌', pickup: '自取 {time}', pickupSoon: '尽快自取',
    note: '备注', total: '合计 {amount}', items: '共 {count} 份', accept: '接单', ready_: '做好了', finish: '完成', refund: '退款',
    refundTitle: '全额退款 {amount}？', refundText: '{number} 的钱会原路退回顾客，订单结束。退款不能撤回。', refundYes: '退款', refunded: '已退款 {amount}',
    newOrder: '新订单 {number}', justNow: '刚刚', minutesAgo: '{n} 分钟前', phone: '电话', packing: '打包费',
    state: { unpaid: '待付款', paid: '已付款', making: '制作中', ready: '可取餐', done: '已完成', cancelled: '已取消', refunding: '退款中', refunded: '已退款' },
  },
  goods: {
    title: '菜品', search: '找菜名', soldOut: '售罄', onSale: '在售', price: '价格（元）', wasPrice: '原价（元）', daily: '每天限量（份）', dailyHint: '不填就不限量', left: '今天还剩 {n} 份',
    name: '名称', description: '介绍', photo: '换照片', photoHint: '手机拍一张就行，会自动裁好、压小。', saved: '已保存，顾客马上看到', none: '没有叫这个名字的菜', options: '{n} 组选项', badPrice: '价格写成数字，比如 28 或 28.5', soldOutOf: '{name} 售罄',
  },
  books: {
    title: '账本', today: '今天', net: '到手', received: '收款', refunded: '退款', orders: '付款订单', entries: '逐笔流水', chainOk: '账目连续，没有被改动', chainBroken: '账目对不上，请导出备份并联系维护的人', empty: '这一天还没有进账', previous: '前一天', next: '后一天', hash: '凭证号',
  },
  canvas: {
    title: '装修', preview: '店铺预览', publish: '发布', published: '第 {number} 版已上线', unchanged: '没有改动', changed: '有改动还没发布', live: '第 {number} 版在线上', pick: '点一下要改的地方，或从这里选：', history: '版本', releases: '发布过的版本',
    current: '线上', goBack: '换回这一版', rolledBack: '已换回第 {number} 版', rollBackTitle: '把线上换回第 {number} 版？', rollBackText: '顾客马上看到那一版。正在改的草稿不受影响。', saving: '保存中…', savedDraft: '草稿已保存', clash: '别处刚改过同一个地方，已换成最新内容，请再改一次。', noReview: '发布后立刻生效，不用平台审核。',
    hide: '隐藏', show: '显示', hidden: '已隐藏', moveUp: '上移', moveDown: '下移', page: '页面', upload: '传图片', uploading: '上传中…', remove: '删掉', add: '加一项', item: '第 {n} 项', change: '改了“{field}”', moved: '移动了“{block}”', toggled: '切换了“{block}”的显示', none: '不跳转', link: { none: '不跳转', page: '去页面', dish: '看菜品', category: '看分类', call: '打电话', map: '看地图' }, undone: '撤销了一步', redone: '重做了一步', confirm: '确认',
  },
  shop: {
    title: '店铺', opening: '营业状态', byHours: '按时间', open: '现在营业', closed: '暂停营业', closedNote: '停业时给顾客看的话', address: '地址', phones: '电话', hours: '营业时间', link: '店铺网址', copy: '复制', copied: '已复制', tableCodes: '桌码', tableCode: '{table} 号桌', tableHint: '打印后贴在桌上，顾客扫码就知道是几号桌。', print: '打印桌码', packing: '打包费', perBox: '每盒 {amount}', saved: '已保存',
  },
  days: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
};
