/** What holds where each property of a component tells of its own new value. */
import { family } from './family.mjs';

/** The first values, as a component has them before anything else. */
const born = (definition) => ({ ...definition.methods, data: { ...definition.data, props: null } });

export const told = (lifetimes) => ({
  ...family,
  'a component is told of its properties': ({ platform, made, plain, assert }) => {
    const seen = [];
    const changed = function () { seen.push(this.data.props); };
    platform.component({ properties: ['props', 'shop'], data: { a: 1 }, changed, attached() { seen.push('attached'); }, detached() {}, methods: { tap() {} } });
    const definition = made.components.pop();
    assert.deepEqual(plain(definition.properties), { props: { type: null, value: null }, shop: { type: null, value: null } });
    assert.equal(definition.observers, undefined);
    const component = born(definition);
    component.data.props = 'new';
    definition.properties.props.observer.call(component);
    definition.properties.shop.observer.call(component);
    const life = lifetimes ? definition.lifetimes : definition;
    life.attached.call(component);
    assert.deepEqual(seen, ['new', 'new', 'attached']);
    assert.equal(typeof life.detached, 'function');
    assert.equal(Boolean(definition.lifetimes), lifetimes);
    assert.equal(typeof definition.methods.tap, 'function');
  },
  'a component that need not know is not told': ({ platform, made, plain, assert }) => {
    platform.component({ properties: ['props'], data: {}, methods: {} });
    assert.deepEqual(plain(made.components.pop().properties), { props: { type: null, value: null } });
  },
  'a badge is not asked for where there is none': ({ platform, calls, answers, assert }) => {
    answers.lacks = ['setTabBarBadge', 'removeTabBarBadge'];
    platform.setTabBadge(1, '3');
    platform.setTabBadge(1, '');
    delete answers.lacks;
    assert.deepEqual(calls, []);
  },
});
