import { family, placed } from './family.mjs';

export default {
  ...family,
  ...placed,
  'paying with QQ\'s purse ends in one of three ways': async ({ platform, calls, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { package: 'prepay_id=1', bargainor_id: '2' } });
    const [paid, refused, cancelled, failed] = [pay(), pay(), pay(), pay()];
    assert.deepEqual([calls[0][0], calls[0][1].package, calls[0][1].bargainor_id], ['requestPayment', 'prepay_id=1', '2']);
    calls[0][1].success({ resultCode: '0' });
    calls[1][1].success({ resultCode: -1 });
    calls[2][1].fail({ errMsg: 'requestPayment:fail cancel' });
    calls[3][1].fail({ errMsg: 'requestPayment:fail no permission' });
    assert.deepEqual(await Promise.all([paid, refused, cancelled]), ['paid', 'cancelled', 'cancelled']);
    await assert.rejects(failed, { message: /no permission/ });
  },
  'an address is paid by WeChat': async ({ platform, calls, assert }) => {
    const paid = platform.pay({ way: 'jsapi', params: { url: 'https://wx.tenpay.com/1', referer: 'https://x.cn' } });
    assert.deepEqual([calls[0][0], calls[0][1].url, calls[0][1].referer], ['requestWxPayment', 'https://wx.tenpay.com/1', 'https://x.cn']);
    calls[0][1].success({ errMsg: 'requestWxPayment:ok' });
    assert.equal(await paid, 'paid');
  },
  'the language is the phone\'s': ({ platform, answers, assert }) => {
    answers.getSystemInfoSync = () => ({ language: 'zh_CN' });
    assert.equal(platform.language(), 'zh');
    answers.getSystemInfoSync = () => ({ language: 'en' });
    assert.equal(platform.language(), 'en');
  },
};
