import { family, placed } from './family.mjs';

export default {
  ...family,
  ...placed,
  'paying ends in one of three ways': async ({ platform, calls, plain, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { order_no: '1', order_info_token: 't' } });
    const [paid, cancelled, failed] = [pay(), pay(), pay()];
    assert.deepEqual(plain(calls[0]), ['pay', { serviceId: '1', orderInfo: { order_no: '1', order_info_token: 't' } }]);
    calls[0][1].success({});
    calls[1][1].fail({ errMsg: 'pay:fail cancel' });
    calls[2][1].fail({ errMsg: 'pay:fail token' });
    assert.deepEqual(await Promise.all([paid, cancelled]), ['paid', 'cancelled']);
    await assert.rejects(failed, { message: 'pay:fail token' });
  },
  'the language is the phone\'s': ({ platform, answers, assert }) => {
    answers.getSystemInfoSync = () => ({ language: 'zh-Hans' });
    assert.equal(platform.language(), 'zh');
    answers.getSystemInfoSync = () => ({ language: 'en' });
    assert.equal(platform.language(), 'en');
  },
};
