import { family } from './family.mjs';

export default {
  ...family,
  'a table is known from an ordinary QR code': ({ platform, made, plain, assert }) => {
    let launched;
    platform.app({ launch: (query) => { launched = query; } });
    made.apps.pop().onLaunch({ query: { q: encodeURIComponent('https://x.cn/s/noodle/?table=6') } });
    assert.deepEqual(plain(launched), { table: '6' });
  },
  'a page learns its route by its older name too': ({ platform, made, assert }) => {
    let opened;
    platform.page({ data: {}, open: (_, route) => { opened = route; }, methods: {} });
    const page = made.pages.pop();
    page.__route__ = 'pages/page/page';
    page.onLoad({});
    assert.equal(opened, 'pages/page/page');
  },
  'guaranteed payment ends in one of three ways': async ({ platform, calls, plain, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { order_id: '1', order_token: 't' } });
    const [paid, unknown, cancelled, failed, shut] = [pay(), pay(), pay(), pay(), pay()];
    assert.deepEqual(plain(calls[0]), ['pay', { orderInfo: { order_id: '1', order_token: 't' }, service: 5 }]);
    [0, 9, 4, 2].forEach((code, at) => calls[at][1].success({ code }));
    calls[4][1].fail({ errMsg: 'pay:fail params' });
    assert.deepEqual(await Promise.all([paid, unknown, cancelled]), ['paid', 'paid', 'cancelled']);
    await assert.rejects(failed, { message: 'pay:fail 2' });
    await assert.rejects(shut, { message: /params/ });
  },
  'an order of the platform\'s own is made before it is paid': async ({ platform, calls, plain, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { data: '{}', byteAuthorization: 'SHA256' } });
    const [paid, left, refused] = [pay(), pay(), pay()];
    assert.deepEqual(plain(calls[0]), ['requestOrder', { data: '{}', byteAuthorization: 'SHA256' }]);
    calls[0][1].success({ orderId: 'motb1' });
    calls[1][1].success({ orderId: 'motb2' });
    calls[2][1].fail({ errMsg: 'requestOrder:fail internal error' });
    assert.deepEqual(plain(calls.slice(3)), [['getOrderPayment', { orderId: 'motb1' }], ['getOrderPayment', { orderId: 'motb2' }]]);
    calls[3][1].success({});
    calls[4][1].fail({ errMsg: 'getOrderPayment:fail cancel' });
    assert.deepEqual(await Promise.all([paid, left]), ['paid', 'cancelled']);
    await assert.rejects(refused, { message: /internal error/ });
  },
  'the window has no colour of its own to set': ({ platform, calls, answers, assert }) => {
    answers.lacks = ['setBackgroundColor'];
    platform.setTheme({ primary: '#B3261E', background: '#FFF8F0' });
    delete answers.lacks;
    assert.deepEqual(calls.map(([name]) => name), ['setNavigationBarColor', 'setTabBarStyle']);
  },
  'the language is the one it has': ({ platform, assert }) => {
    assert.equal(platform.language(), 'zh');
  },
};
