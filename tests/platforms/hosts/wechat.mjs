import { both } from './both.mjs';

export default {
  ...both,
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
  'a component is told of its properties': ({ platform, made, plain, assert }) => {
    const changed = () => undefined;
    platform.component({ properties: ['props', 'shop'], data: {}, changed, attached() {}, methods: {} });
    const { properties, observers, lifetimes } = made.components.pop();
    assert.deepEqual(plain(properties), { props: { type: null, value: null }, shop: { type: null, value: null } });
    assert.equal(observers['props,shop'], changed);
    assert.equal(typeof lifetimes.attached, 'function');
  },
  'any status is an answer, silence is none': async ({ platform, calls, plain, assert }) => {
    const asked = platform.request({ method: 'GET', url: 'u' });
    calls[0][1].success({ statusCode: 404, data: { code: 'x' }, header: { ETag: '1' } });
    assert.deepEqual(plain(await asked), { status: 404, body: { code: 'x' }, headers: { etag: '1' } });
    const unheard = platform.request({ method: 'GET', url: 'u' });
    calls[1][1].fail({ errMsg: 'request:fail timeout' });
    await assert.rejects(unheard, { message: 'request:fail timeout' });
  },
  'what is kept comes back, null and falsehood too': ({ platform, answers, assert }) => {
    const kept = {};
    answers.setStorageSync = undefined;
    answers.getStorageSync = (key) => kept[key] ?? '';
    assert.equal(platform.read('a'), undefined);
    kept.a = { value: null };
    assert.equal(platform.read('a'), null);
    answers.setStorageSync = () => { throw new Error('full'); };
    platform.write('a', 1);
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
  'a question is answered by yes or no': async ({ platform, answers, assert }) => {
    answers.showModal = async () => ({ confirm: true });
    assert.equal(await platform.confirm({ text: 't', yes: 'y', no: 'n' }), true);
    answers.showModal = () => Promise.reject({ errMsg: 'showModal:fail' });
    assert.equal(await platform.confirm({ text: 't', yes: 'y', no: 'n' }), false);
  },
  'words too long for a button are left to WeChat': async ({ platform, calls, answers, assert }) => {
    answers.showModal = async () => ({});
    platform.confirm({ text: 't', yes: '清空购物车', no: 'Keep' });
    assert.deepEqual([calls[0][1].confirmText, calls[0][1].cancelText], [undefined, 'Keep']);
  },
};
