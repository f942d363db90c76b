/** What the run time calls of JD's API besides what `family` calls. JD publishes no typings; this is its documentation. */
interface Paying {
  success(): void;
  fail(problem: { errMsg: string }): void;
}

declare const jd: Record<string, unknown> & import('../../family/host').Host & {
  requestPayment(options: Paying & Record<string, unknown>): void;
  getSystemInfoSync(): { language: string };
};
