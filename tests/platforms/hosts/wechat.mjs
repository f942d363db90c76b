import { family } from './family.mjs';

export default {
  ...family,
  'a table is known from an ordinary QR code': ({ platform, made, plain, assert }) => {
    let launched;
    platform.app({ launch: (query) => { launched = query; } });
    made.apps.pop().onLaunch({ query: { q: encodeURIComponent('https://x.cn/s/noodle/?table=6&a=%E9%9D%A2'), scancode_time: '1' } });
    assert.deepEqual(plain(launched), { scancode_time: '1', table: '6', a: '面' });
  },
  'a search is no QR code': ({ platform, made, plain, assert }) => {
    let opened;
    platform.page({ data: {}, open: (query) => { opened = query; }, methods: {} });
    made.pages.pop().onLoad({ q: encodeURIComponent('面') });
    assert.deepEqual(plain(opened), { q: '面' });
  },
  'paying ends in one of three ways': async ({ platform, calls, answers, assert }) => {
    const pay = (answer) => {
      answers.requestPayment = () => answer;
      return platform.pay({ way: 'jsapi', params: { package: 'prepay_id=1' } });
    };
    assert.equal(await pay(Promise.resolve({})), 'paid');
    assert.equal(calls[0][1].package, 'prepay_id=1');
    assert.equal(await pay(Promise.reject({ errMsg: 'requestPayment:fail cancel' })), 'cancelled');
    await assert.rejects(pay(Promise.reject({ errMsg: 'requestPayment:fail no permission' })), { errMsg: /no permission/ });
  },
};
