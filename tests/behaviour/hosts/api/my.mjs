/**
 * Alipay's API: its own names and answers, callbacks only; a status of 400 and above is a failure, badges by
 * `my.setTabBarBadge`, storage by an object.
 * https://opendocs.alipay.com/mini/api
 */

/** @param {any} phone */
export function myApi(phone) {
  const later = (options, result) => phone.later(() => options?.success?.(result ?? {}));
  const move = (how) => (options) =>
    phone.move(how, options?.url, (problem) => (problem ? options?.fail?.({ error: 11, errorMessage: problem }) : options?.success?.({})));
  const tell = (line) => (options) => {
    phone.note(line(options));
    later(options);
  };

  return {
    request({ method = 'GET', url, headers, data, dataType = 'json', success, fail }) {
      if (data !== undefined && typeof data !== 'string' && method !== 'GET') throw new Error('my.request: JSON is sent as a string');
      phone.request({ method, url, headers, body: data && JSON.parse(data) }, (answer) => {
        if (!answer) return fail?.({ error: 12, errorMessage: 'network error' });
        const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
        const whole = { status: answer.status, headers: answer.headers, data: dataType === 'json' ? JSON.parse(text) : text };
        if (answer.status >= 400) return fail?.({ ...whole, error: 19, errorMessage: `http status ${answer.status}` });
        return success?.(whole);
      });
    },
    getStorageSync: ({ key }) => ({ data: phone.storage.has(key) ? JSON.parse(phone.storage.get(key)) : null, success: true }),
    setStorageSync: ({ key, data }) => (phone.storage.set(key, JSON.stringify(data)), { success: true }),
    navigateTo: move('navigateTo'),
    redirectTo: move('redirectTo'),
    switchTab: move('switchTab'),
    reLaunch: move('reLaunch'),
    navigateBack: move('navigateBack'),
    stopPullDownRefresh: (options) => void (phone.pulled = false, later(options)),
    getAuthCode({ scopes, success }) {
      if (scopes !== 'auth_base') throw new Error(`asked the shopper for ${scopes}`);
      later({ success }, { authCode: 'code-1' });
    },
    tradePay({ tradeNO, success }) {
      const yes = phone.pay(tradeNO);
      later({ success }, { resultCode: yes ? '9000' : '6001' });
    },
    makePhoneCall: tell(({ number }) => `calls ${number}`),
    openLocation: tell(({ name, address, latitude, longitude }) => {
      if (typeof latitude !== 'string' || typeof longitude !== 'string') throw new Error('openLocation: texts are wanted');
      return `map of ${name}, ${address}, ${latitude} ${longitude}`;
    }),
    showToast: tell(({ content }) => `toast ${content}`),
    confirm(options) {
      phone.note(`asks ${options.content}`);
      later(options, { confirm: phone.yes });
    },
    setNavigationBar({ title, success }) {
      if (title !== undefined) phone.top().titled = title;
      success?.({});
    },
    setBackgroundColor: () => undefined,
    setTabBarBadge: ({ index, text }) => phone.setBadge(index, text),
    removeTabBarBadge: ({ index }) => phone.setBadge(index, ''),
    onNetworkStatusChange: (listener) => void phone.listeners.push((online) => listener({ isConnected: online, networkType: 'WIFI' })),
    getSystemInfoSync: () => ({ language: 'zh-Hans' }),
  };
}
