import { family } from './family.mjs';
import { told } from './told.mjs';

const BADGE = 'a badge is not asked for where there is none';

export default {
  ...family,
  [BADGE]: told(true)[BADGE],
  'paying ends in one of three ways': async ({ platform, calls, plain, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { orderId: '1', payToken: 't' } });
    const [paid, cancelled, failed] = [pay(), pay(), pay()];
    assert.equal(calls[0][0], 'requestGuaranteeOrderPayment');
    assert.deepEqual(plain(calls[0][1].orderInfo), { orderId: '1', payToken: 't' });
    calls[0][1].success({});
    calls[1][1].fail({ errMsg: 'requestGuaranteeOrderPayment:fail cancel' });
    calls[2][1].fail({ errMsg: 'requestGuaranteeOrderPayment:fail token' });
    assert.deepEqual(await Promise.all([paid, cancelled]), ['paid', 'cancelled']);
    await assert.rejects(failed, { message: /token/ });
  },
  'an older app pays by the older call': async ({ platform, calls, answers, assert }) => {
    answers.lacks = ['requestGuaranteeOrderPayment'];
    const paid = platform.pay({ way: 'jsapi', params: { orderId: '1', payToken: 't' } });
    delete answers.lacks;
    assert.equal(calls[0][0], 'requestOrderPayment');
    calls[0][1].success({});
    assert.equal(await paid, 'paid');
  },
};
