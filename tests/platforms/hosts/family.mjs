/** What holds on the platforms that took over one API, beside what holds on all. */
import { both } from './both.mjs';

export const family = {
  ...both,
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
    assert.deepEqual(plain(await asked), { status: 404, body: { code: 'x' }, headers: { ETag: '1' } });
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
  'the login code is handed over': async ({ platform, calls, assert }) => {
    const [good, bad] = [platform.login(), platform.login()];
    calls[0][1].success({ code: 'c' });
    calls[1][1].fail({ errMsg: 'login:fail' });
    assert.equal(await good, 'c');
    await assert.rejects(bad, { message: 'login:fail' });
  },
  'a question is answered by yes or no': async ({ platform, calls, assert }) => {
    const asked = [1, 2, 3].map(() => platform.confirm({ text: 't', yes: 'y', no: 'n' }));
    calls[0][1].success({ confirm: true });
    calls[1][1].success({ confirm: false });
    calls[2][1].fail({ errMsg: 'showModal:fail' });
    assert.deepEqual(await Promise.all(asked), [true, false, false]);
  },
  'the bar\'s writing stands out from its colour': ({ platform, calls, assert }) => {
    for (const background of ['#FFF8F0', '#2B1B12']) platform.setTheme({ primary: '#B3261E', background });
    const bars = calls.filter(([name]) => name === 'setNavigationBarColor');
    assert.deepEqual(bars.map(([, { frontColor }]) => frontColor), ['#000000', '#ffffff']);
  },
};

/** Where not every phone has a map. */
export const placed = {
  'a place is shown, or its address can be taken to a map': ({ platform, calls, answers, plain, assert }) => {
    const place = { name: '面馆', address: '一路一号', latitude: 31, longitude: 121 };
    platform.openMap(place);
    answers.lacks = ['openLocation'];
    platform.openMap(place);
    delete answers.lacks;
    assert.deepEqual(plain(calls), [['openLocation', { ...place, scale: 18 }], ['setClipboardData', { data: '一路一号' }]]);
  },
};
