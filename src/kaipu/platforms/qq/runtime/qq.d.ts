/** What the run time calls of QQ's API besides what `family` calls. QQ publishes no typings; this is its documentation. */
interface Paying {
  success(answer: { resultCode?: number | string }): void;
  fail(problem: { errMsg: string }): void;
}

declare const qq: import('../../family/host').Host & {
  requestPayment(options: Paying & Record<string, unknown>): void;
  requestWxPayment(options: Paying & Record<string, unknown>): void;
  setClipboardData(options: { data: string; fail(): void }): void;
  getSystemInfoSync(): { language: string };
  getExtConfigSync(): Record<string, unknown>;
};
