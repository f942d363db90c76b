/**
 * What the run time calls of Kuaishou's API besides what `family` calls. Kuaishou's typings come without a licence, so
 * nothing of them is here; this is its documentation.
 */
declare const ks: import('../../family/host').Host & {
  setClipboardData(options: { data: string; fail(): void }): void;
  pay(options: {
    serviceId: string;
    orderInfo: { order_no: string; order_info_token: string };
    success(): void;
    fail(problem: { errMsg: string }): void;
  }): void;
  getSystemInfoSync(): { language: string };
  getExtConfigSync(): Record<string, unknown>;
};
