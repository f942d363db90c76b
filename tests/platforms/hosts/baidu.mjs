import { told } from './told.mjs';

const { 'a badge is not asked for where there is none': _, ...rest } = told(true);

export default {
  ...rest,
  'an older library gives its code by another call': async ({ platform, calls, answers, assert }) => {
    answers.lacks = ['getLoginCode'];
    const code = platform.login();
    delete answers.lacks;
    assert.equal(calls[0][0], 'login');
    calls[0][1].success({ code: 'c' });
    assert.equal(await code, 'c');
  },
  'whoever is not signed in has no code': async ({ platform, calls, assert }) => {
    const code = platform.login();
    assert.equal(calls[0][0], 'getLoginCode');
    calls[0][1].success({ errCode: '10004' });
    assert.equal(await code, '');
  },
  'paying ends in one of three ways': async ({ platform, calls, plain, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { dealId: '1', tpOrderId: '2', rsaSign: 's' } });
    const [paid, cancelled, failed] = [pay(), pay(), pay()];
    assert.deepEqual(plain(calls[0]), ['requestPolymerPayment', { orderInfo: { dealId: '1', tpOrderId: '2', rsaSign: 's' } }]);
    calls[0][1].success({});
    calls[1][1].fail({ errCode: 2, errMsg: '支付取消' });
    calls[2][1].fail({ errCode: 1001, errMsg: '执行失败' });
    assert.deepEqual(await Promise.all([paid, cancelled]), ['paid', 'cancelled']);
    await assert.rejects(failed, { message: '执行失败' });
  },
  'the language is the phone\'s': ({ platform, answers, assert }) => {
    answers.getSystemInfoSync = () => ({ language: 'zh_CN' });
    assert.equal(platform.language(), 'zh');
    answers.getSystemInfoSync = () => ({ language: 'en' });
    assert.equal(platform.language(), 'en');
  },
};
