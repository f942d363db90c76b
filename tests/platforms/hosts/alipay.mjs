import { both } from './both.mjs';

/** A component as `component2` has it: what the parent gives stays in `props`, apart from `data`. */
function born(definition, props) {
  const component = { ...definition.methods, data: { ...definition.data }, props };
  component.setData = (changes) => Object.assign(component.data, changes);
  definition.onInit.call(component);
  const given = (next) => {
    definition.deriveDataFromProps.call(component, next);
    component.props = next;
  };
  given(props);
  return { component, given, gone: () => definition.didUnmount.call(component) };
}

export default {
  ...both,
  'a table is known from an ordinary QR code': ({ platform, made, plain, assert }) => {
    let launched;
    platform.app({ launch: (query) => { launched = query; } });
    const app = made.apps.pop();
    app.onLaunch({ query: { qrCode: encodeURIComponent('https://x.cn/s/noodle/?table=6') } });
    assert.deepEqual(plain(launched), { table: '6' });
    app.onLaunch({});
    assert.deepEqual(plain(launched), {});
  },
  'a block finds its properties in data, new ones before they are drawn': ({ platform, made, plain, assert }) => {
    const seen = [];
    platform.component({
      properties: ['props', 'shop'],
      data: { view: {} },
      attached() {
        seen.push(['attached', this.data.props.text]);
        this.kept = 1;
      },
      changed() {
        seen.push(['changed', this.data.props.text, this.kept]);
        this.setData({ view: { text: this.data.props.text } });
      },
      detached() {
        seen.push(['detached', this.kept]);
      },
      methods: {
        tap(event) {
          seen.push(['tap', event.detail, this.data.props.text, this.data.view.text]);
          this.other();
        },
        other() {
          seen.push(['other', this.kept]);
        },
      },
    });
    const definition = made.components.pop();
    assert.deepEqual(plain(definition.props), { props: null, shop: null });
    const first = { props: { text: 'a' }, shop: {} };
    const { component, given, gone } = born(definition, first);
    given({ ...first });
    given({ ...first, props: { text: 'b' } });
    component.tap({ detail: 5 });
    gone();
    assert.deepEqual(seen, [['attached', 'a'], ['changed', 'b', 1], ['tap', 5, 'b', 'b'], ['other', 1], ['detached', 1]]);
    assert.deepEqual(Object.keys(component.data), ['view']);
  },
  'two components of one block are apart': ({ platform, made, assert }) => {
    platform.component({ properties: ['props'], data: {}, attached() { this.own = this.data.props; }, methods: { get() { return this.own; } } });
    const definition = made.components.pop();
    born(definition, { props: 1 });
    const { component } = born(definition, { props: 2 });
    assert.equal(component.kaipuView.own, 2);
  },
  'any status is an answer, silence is none': async ({ platform, calls, plain, assert }) => {
    const asked = platform.request({ method: 'POST', url: 'u', body: { a: 1 } });
    assert.equal(calls[0][1].data, '{"a":1}');
    calls[0][1].fail({ error: 19, status: 409, data: '{"code":"x"}', headers: { ETag: '1' } });
    assert.deepEqual(plain(await asked), { status: 409, body: { code: 'x' }, headers: { ETag: '1' } });
    const unchanged = platform.request({ method: 'GET', url: 'u' });
    calls[1][1].success({ status: 304, data: '', headers: {} });
    assert.deepEqual(plain(await unchanged), { status: 304, body: '', headers: {} });
    const unheard = platform.request({ method: 'GET', url: 'u' });
    calls[2][1].fail({ error: 13, errorMessage: 'timeout' });
    await assert.rejects(unheard, { message: 'timeout' });
  },
  'what is kept comes back, null and falsehood too': ({ platform, answers, assert }) => {
    const kept = {};
    answers.getStorageSync = ({ key }) => ({ data: kept[key] ?? null });
    assert.equal(platform.read('a'), undefined);
    kept.a = { value: null };
    assert.equal(platform.read('a'), null);
  },
  'paying ends in one of three ways': async ({ platform, calls, assert }) => {
    const pay = () => platform.pay({ way: 'jsapi', params: { tradeNO: '1' } });
    const [paid, pending, cancelled, failed] = [pay(), pay(), pay(), pay()];
    assert.equal(calls[0][1].tradeNO, '1');
    ['9000', '8000', '6001', '4000'].forEach((resultCode, at) => calls[at][1].success({ resultCode }));
    assert.equal(await paid, 'paid');
    assert.equal(await pending, 'paid');
    assert.equal(await cancelled, 'cancelled');
    await assert.rejects(failed);
  },
};
