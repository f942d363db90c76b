import { family } from './family.mjs';

export default {
  ...family,
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
  'a place is shown, or its address can be taken to a map': ({ platform, calls, answers, plain, assert }) => {
    const place = { name: '面馆', address: '一路一号', latitude: 31, longitude: 121 };
    platform.openMap(place);
    answers.lacks = ['openLocation'];
    platform.openMap(place);
    delete answers.lacks;
    assert.deepEqual(plain(calls), [['openLocation', { ...place, scale: 18 }], ['setClipboardData', { data: '一路一号' }]]);
  },
  'the language is the phone\'s': ({ platform, answers, assert }) => {
    answers.getSystemInfoSync = () => ({ language: 'zh-Hans' });
    assert.equal(platform.language(), 'zh');
    answers.getSystemInfoSync = () => ({ language: 'en' });
    assert.equal(platform.language(), 'en');
  },
};
