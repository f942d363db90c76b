/** What a phone offers to a package: storage, requests that are answered from a table, and badges. The rest does nothing. */

const NOTHING =
  'showToast hideToast showLoading hideLoading showModal login navigateBack requestPayment makePhoneCall openLocation ' +
  'setNavigationBarTitle setNavigationBarColor setBackgroundColor setBackgroundTextStyle setTabBarStyle setTabBarItem ' +
  'startPullDownRefresh stopPullDownRefresh pageScrollTo getNetworkType getUpdateManager getLogManager reportEvent ' +
  'onNetworkStatusChange onAppShow onAppHide offAppShow offAppHide onError offError onUnhandledRejection onPageNotFound ' +
  'offUnhandledRejection offPageNotFound onThemeChange offThemeChange onMemoryWarning onWindowResize offWindowResize';

const DEVICE = {
  SDKVersion: '3.8.12', platform: 'android', system: 'Android 14', brand: 'host', model: 'host', language: 'zh_CN',
  version: '8.0.50', pixelRatio: 2, windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 812,
  statusBarHeight: 20, fontSizeSetting: 16, theme: 'light',
  safeArea: { left: 0, right: 375, top: 20, bottom: 812, width: 375, height: 792 },
};
const CAPSULE = { top: 26, left: 281, right: 368, bottom: 58, width: 87, height: 32 };
const LAUNCH = { path: '', query: {}, scene: 1001, referrerInfo: {} };

/** @param {{answer(url: string): [number, unknown], go(url: string): void}} phone */
export function apiOf(phone) {
  const storage = new Map();
  const badges = new Map();
  const device = () => ({ ...DEVICE });
  const launch = () => ({ ...LAUNCH });
  const done = (given = {}, result = {}) => {
    given.success?.(result);
    given.complete?.(result);
    return Promise.resolve(result);
  };
  // A device keeps text, so what is kept is made text of here as well.
  const write = (key, value) => storage.set(key, JSON.stringify(value));
  const read = (key) => (storage.has(key) ? JSON.parse(storage.get(key)) : '');
  const known = {
    badges,
    getSystemInfoSync: device, getWindowInfo: device, getAppBaseInfo: device, getDeviceInfo: device,
    getSystemSetting: device, getAppAuthorizeSetting: () => ({}), getAccountInfoSync: () => ({ miniProgram: { appId: 'host' } }),
    getSystemInfo: (given) => done(given, device()),
    getMenuButtonBoundingClientRect: () => CAPSULE,
    getLaunchOptionsSync: launch, getEnterOptionsSync: launch,
    canIUse: () => true,
    setStorageSync: write, getStorageSync: read, removeStorageSync: (key) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    setStorage: (given) => (write(given.key, given.data), done(given)),
    getStorage: (given) => done(given, { data: read(given.key) }),
    request(given) {
      const [statusCode, data] = phone.answer(given.url);
      const result = { statusCode, data, header: {}, errMsg: 'request:ok' };
      phone.later(() => done(given, result));
      return { abort() {}, onHeadersReceived() {} };
    },
    setTabBarBadge: ({ index, text }) => (badges.set(index, text), Promise.resolve({})),
    removeTabBarBadge: ({ index }) => (badges.delete(index), Promise.resolve({})),
    nextTick: (job) => phone.later(job),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
  for (const name of ['navigateTo', 'switchTab', 'redirectTo', 'reLaunch'])
    known[name] = (given) => (phone.go(given.url), done(given));
  for (const name of NOTHING.split(' ')) known[name] = (given) => done(typeof given === 'object' ? given : {});
  return known;
}
