/**
 * An API of callbacks and promises in the manner of `wx`: names, options and answers by the documentation; what a platform
 * has otherwise it lays over in `platforms.mjs`. Every call comes true later, and `complete` is always called.
 * https://developers.weixin.qq.com/miniprogram/dev/api/
 */
import { copied } from '../data.mjs';

/** @param {any} phone */
export function calledApi(phone) {
  const later = (options, result, problem) =>
    phone.later(() => {
      if (problem) options?.fail?.({ errMsg: `fail ${problem}` });
      else options?.success?.({ errMsg: 'ok', ...result });
      options?.complete?.({});
    });
  const move = (how) => (options) =>
    phone.move(how, options?.url, (problem) => (problem ? options.fail?.({ errMsg: problem }) : options?.success?.({ errMsg: 'ok' })));
  const tell = (line) => (options) => {
    phone.note(line(options));
    later(options);
  };

  return {
    request({ method = 'GET', url, header, data, success, fail }) {
      phone.request({ method, url, headers: header, body: data }, (answer) => {
        if (!answer) fail?.({ errMsg: 'request:fail' });
        else success?.({ statusCode: answer.status, data: answer.body ?? '', header: answer.headers });
      });
    },
    getStorageSync: (key) => (phone.storage.has(key) ? copied(phone.storage.get(key)) : ''),
    setStorageSync: (key, value) => void phone.storage.set(key, copied(value)),
    navigateTo: move('navigateTo'),
    redirectTo: move('redirectTo'),
    switchTab(options) {
      if (options.url.includes('?')) throw new Error(`a tab takes no query: ${options.url}`);
      move('switchTab')(options);
    },
    reLaunch: move('reLaunch'),
    navigateBack: move('navigateBack'),
    stopPullDownRefresh: (options) => void (phone.pulled = false, later(options)),
    login: (options) => later(options, { code: 'code-1' }),
    makePhoneCall: tell(({ phoneNumber }) => `calls ${phoneNumber}`),
    openLocation: tell(({ name, address, latitude, longitude }) => {
      if (typeof latitude !== 'number' || typeof longitude !== 'number') throw new Error('openLocation: numbers are wanted');
      return `map of ${name}, ${address}, ${latitude} ${longitude}`;
    }),
    showToast: tell(({ title }) => `toast ${title}`),
    showModal(options) {
      phone.note(`asks ${options.content}`);
      later(options, { confirm: phone.yes, cancel: !phone.yes });
    },
    setNavigationBarTitle({ title, success }) {
      phone.top().titled = title;
      success?.({});
    },
    setNavigationBarColor: () => undefined,
    setTabBarBadge({ index, text }) {
      phone.setBadge(index, text);
    },
    removeTabBarBadge: ({ index }) => phone.setBadge(index, ''),
    onNetworkStatusChange: (listener) => void phone.listeners.push((online) => listener({ isConnected: online, networkType: online ? 'wifi' : 'none' })),
    getSystemInfoSync: () => ({ language: 'zh_CN', platform: 'ios' }),
  };
}
