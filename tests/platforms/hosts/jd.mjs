import { told } from './told.mjs';

export default {
  ...told(false),
  'a shared page has an address': ({ platform, made, plain, assert }) => {
    platform.page({ data: {}, share() { return { title: this.name, path: 'pages/page/page?page=x' }; }, methods: {} });
    const page = Object.assign(made.pages.pop(), { name: 't' });
    assert.deepEqual(plain(page.onShareAppMessage()), { title: 't', path: 'pages/page/page?page=x' });
  },
  'paying ends in one of three ways': async ({ platform, calls, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { orderId: '1', merchantNo: '2', signData: 's' } });
    const [paid, cancelled, failed] = [pay(), pay(), pay()];
    assert.deepEqual([calls[0][0], calls[0][1].orderId, calls[0][1].signData], ['requestPayment', '1', 's']);
    calls[0][1].success({});
    calls[1][1].fail({ errMsg: '用户取消支付' });
    calls[2][1].fail({ errMsg: 'requestPayment:fail sign' });
    assert.deepEqual(await Promise.all([paid, cancelled]), ['paid', 'cancelled']);
    await assert.rejects(failed, { message: /sign/ });
  },
  'the network is listened to where it can be': ({ platform, calls, answers, assert }) => {
    answers.lacks = ['onNetworkStatusChange'];
    platform.onOnline(() => undefined);
    delete answers.lacks;
    assert.deepEqual(calls, []);
    const heard = [];
    platform.onOnline((online) => heard.push(online));
    calls[0][1]({ isConnected: true });
    assert.deepEqual(heard, [true]);
  },
  'the bar keeps its colour where it cannot be changed': ({ platform, calls, answers, assert }) => {
    answers.lacks = ['setNavigationBarColor'];
    platform.setTheme({ primary: '#B3261E', background: '#FFF8F0' });
    delete answers.lacks;
    assert.deepEqual(calls, []);
  },
};
