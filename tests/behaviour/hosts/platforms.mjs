/**
 * What differs between the platforms as a package runs on them, each line by the platform's own documentation, never by
 * how this project prints. Names are data; two models of components and two manners of API are code.
 */
import { calledApi } from './api/called.mjs';
import { myApi } from './api/my.mjs';
import { propertiesModel } from './models/properties.mjs';
import { propsModel } from './models/props.mjs';

/** Names of the directives after a prefix: `wx:if`, `s-if`. */
const names = (prefix) => ({
  when: `${prefix}if`, otherwiseWhen: `${prefix}elif`, otherwise: `${prefix}else`, each: `${prefix}for`,
  item: `${prefix}for-item`, index: `${prefix}for-index`, key: `${prefix}key`,
});

const each = (list, item, index) => ({ list, item: item ?? 'item', index: index ?? 'index' });

/** Also `item, index in list`, and both with a key: `item in list trackBy item.id`. */
function eachIn(text, item, index) {
  const found = /^\s*(\w+)\s*(?:,\s*(\w+))?\s+in\s+(.+?)(?:\s+trackBy\s+(.+?))?\s*$/.exec(text);
  return found ? { list: found[3], item: found[1], index: found[2] ?? 'index', by: found[4] } : each(text, item, index);
}

/** `bind:tap`, `bindtap`, `catch:tap`. */
function bound(name) {
  const found = /^(capture-bind|capture-catch|mut-bind|bind|catch):?([a-z]\w*)$/.exec(name);
  return found && { type: found[2], stops: found[1].includes('catch') };
}

/** `onTap`, `catchTap`; the types of events are written small. */
function onName(name) {
  const found = /^(on|catch)([A-Z]\w*)$/.exec(name);
  return found && { type: found[2][0].toLowerCase() + found[2].slice(1), stops: found[1] === 'catch' };
}

/** An event as its handler gets it. */
const touched = ({ type, target, current, detail }) => {
  const of = ({ attributes, dataset }) => ({ id: attributes.id ?? '', offsetLeft: 0, offsetTop: 0, dataset });
  return { type, timeStamp: 1, target: of(target), currentTarget: of(current), detail, touches: [], changedTouches: [], mark: {} };
};
const propped = ({ type, target, current, detail }) => {
  const of = ({ attributes, tag, dataset }) => ({ id: attributes.id ?? '', tagName: tag, dataset });
  return { type, timeStamp: 1, target: { ...of(target), targetDataset: target.dataset }, currentTarget: of(current), detail };
};

/** How script modules are brought in. */
const modules = (tag, ending, more = {}) => ({ tag, ending, name: 'module', path: 'src', imports: false, ...more });

const family = {
  syntax: { names: names('wx:'), each, event: bound, bare: false, around: ['{{', '}}'] },
  model: propertiesModel({ observers: true }),
  event: touched,
  titleKey: 'navigationBarTitleText',
  pulls: (settings) => settings.enablePullDownRefresh === true,
  tabs: ({ tabBar }) => (tabBar?.list ?? []).map(({ pagePath, text }) => ({ path: pagePath, text })),
  draws: 'at once',
};

const like = (global, template, prefix, module, more = {}) => ({
  ...family, global, template, api: calledApi, ...more,
  syntax: { ...family.syntax, names: names(prefix), module, ...more.syntax },
});

const needs = (options, ...names) => {
  const missing = names.filter((name) => !options?.[name]);
  if (missing.length) throw new Error(`to pay, ${missing} is missing`);
  return options;
};

/** A payment that answers by `success` and `fail`. @param {(phone: any, options: any) => string} orderOf */
const pays = (phone, orderOf, how = {}) => (options) => {
  const yes = phone.pay(orderOf(options));
  const { done = { errMsg: 'ok' }, broken = { errMsg: 'fail cancel' }, told = 'fail' } = how;
  phone.later(() => (yes ? options.success?.(done) : options[told]?.(broken)));
};

const over = (more) => (phone) => ({ ...calledApi(phone), ...more(phone) });

export const platforms = {
  // https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html
  wechat: like('wx', '.wxml', 'wx:', modules('wxs', '.wxs'), {
    api: over((phone) => ({
      getAppBaseInfo: () => ({ language: 'zh_CN' }),
      requestPayment: (options) => {
        const order = needs(options, 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign').package.replace('prepay_id=', '');
        const yes = phone.pay(order);
        return new Promise((resolve, reject) => {
          phone.later(() => (yes ? resolve({ errMsg: 'ok' }) : reject({ errMsg: 'requestPayment:fail cancel' })));
        });
      },
    })),
  }),
  // Modules in files only, with import and export. https://opendocs.alipay.com/mini/framework/sjs
  alipay: {
    global: 'my', template: '.axml', api: myApi, model: propsModel, event: propped, draws: 'later',
    syntax: {
      ...family.syntax, names: names('a:'), each, event: onName, manySlots: true,
      module: modules('import-sjs', '.sjs', { name: 'name', path: 'from', imports: true }),
    },
    titleKey: 'defaultTitle',
    pulls: (settings) => settings.pullRefresh === true,
    tabs: ({ tabBar }) => (tabBar?.items ?? []).map(({ pagePath, name }) => ({ path: pagePath, text: name })),
  },
  // `observers` since 2.44.0, only of values that are others than before; a payment that was begun always succeeds.
  // https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/framework/custom-component/component
  // https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/open-interface/pay/tt-pay
  douyin: like('tt', '.ttml', 'tt:', modules('sjs', '.sjs'), {
    api: over((phone) => ({
      pay: pays(phone, ({ service, orderInfo }) => {
        if (service !== 5) throw new Error('tt.pay: service 5 is the one there is');
        return needs(orderInfo, 'order_id', 'order_token').order_id;
      }, { done: { code: 0 }, broken: { code: 4 }, told: 'success' }),
    })),
  }),
  // Conditions and lists may do without braces; no `observers`.
  // https://smartprogram.baidu.com/docs/develop/framework/custom-component_comp/
  // https://smartprogram.baidu.com/docs/develop/api/open/payment_swan-requestPolymerPayment/
  baidu: like('swan', '.swan', 's-', modules('import-sjs', '.sjs'), {
    model: propertiesModel({ observers: false }),
    syntax: { each: eachIn, bare: true, around: ['{{{', '}}}'] },
    api: over((phone) => ({
      getLoginCode: (options) => phone.later(() => options.success({ code: 'code-1' })),
      requestPolymerPayment: pays(phone, ({ orderInfo }) => {
        const fields = ['dealId', 'appKey', 'totalAmount', 'tpOrderId', 'dealTitle', 'signFieldsRange', 'rsaSign'];
        return needs(orderInfo, ...fields).tpOrderId;
      }, { broken: { errCode: 2, errMsg: 'cancel' } }),
    })),
  }),
  // https://q.qq.com/wiki/develop/miniprogram/API/open_port/port_pay.html
  qq: like('qq', '.qml', 'qq:', modules('qs', '.qs'), {
    api: over((phone) => ({
      requestPayment: pays(phone, (options) => needs(options, 'package', 'bargainor_id').package.replace('prepay_id=', '')),
    })),
  }),
  // https://mp.kuaishou.com/docs/develop/api-next/payment/ks.pay.html
  kuaishou: like('ks', '.ksml', 'ks:', modules('ks', '.ks'), {
    api: over((phone) => ({
      pay: pays(phone, ({ serviceId, orderInfo }) => {
        if (serviceId !== '1') throw new Error('ks.pay: serviceId 1 is the one there is');
        return needs(orderInfo, 'order_no', 'order_info_token').order_no;
      }),
    })),
  }),
  // Neither `observers` nor `lifetimes`.
  // https://mp-docs.jd.com/doc/dev/framework/-1
  jd: like('jd', '.jxml', 'jd:', modules('jds', '.jds'), {
    model: propertiesModel({ observers: false, lifetimes: false }),
    api: over((phone) => ({ requestPayment: pays(phone, ({ orderId }) => orderId) })),
  }),
  // `observers`; a property's own `observer` is not in its table.
  // https://miniapp.xiaohongshu.com/doc/DC838684
  xiaohongshu: like('xhs', '.xhsml', 'xhs:', modules('sjs', '.sjs'), {
    model: propertiesModel({ observers: true, observer: false }),
    api: over((phone) => ({ requestGuaranteeOrderPayment: pays(phone, ({ orderInfo }) => needs(orderInfo, 'orderId').orderId) })),
  }),
};
