/**
 * What family.js calls of a platform's API object. A platform whose published typings fit this interface has all of it,
 * by the same names and with the same values; `Platform` members that its API lacks or has otherwise, it writes itself.
 */
export interface Done {
  success?(answer: any): void;
  fail?(problem: any): void;
}

type Place = { url: string } & Done;

export interface Host {
  request(
    options: {
      method?: 'GET' | 'POST';
      url: string;
      header?: Record<string, string>;
      data?: any;
      timeout?: number;
    } & Done,
  ): unknown;

  getStorageSync(key: string): any;
  setStorageSync(key: string, value: any): void;

  navigateTo(options: Place): unknown;
  redirectTo(options: Place): unknown;
  switchTab(options: Place): unknown;
  reLaunch(options: Place): unknown;
  navigateBack(options?: any): unknown;
  stopPullDownRefresh(options?: any): unknown;

  login(options: Done): unknown;

  makePhoneCall(options: { phoneNumber: string } & Done): unknown;
  openLocation(options: { name: string; address: string; latitude: number; longitude: number; scale: number } & Done): unknown;
  showToast(options: { title: string; icon: 'none' } & Done): unknown;
  showModal(options: { content: string; confirmText?: string; cancelText?: string } & Done): unknown;

  setNavigationBarTitle(options: { title: string } & Done): unknown;
  setNavigationBarColor(options: { backgroundColor: string; frontColor: '#000000' | '#ffffff' } & Done): unknown;
  setBackgroundColor?(options: { backgroundColor: string } & Done): unknown;
  setTabBarStyle?(options: { selectedColor: string } & Done): unknown;
  setTabBarBadge(options: { index: number; text: string } & Done): unknown;
  removeTabBarBadge(options: { index: number } & Done): unknown;
  onNetworkStatusChange(listener: (change: { isConnected: boolean }) => void): void;
}

/** What a platform must say itself. */
export interface Own extends Partial<import('../../shell/platform').Platform> {
  name: string;
  paymentWay: import('../../shell/platform').PaymentWay;
  pay: import('../../shell/platform').Platform['pay'];
  language: import('../../shell/platform').Platform['language'];
}
