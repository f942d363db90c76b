/**
 * What the run time calls of Baidu's API besides what `family` calls. Baidu publishes no typings; this is its
 * documentation.
 */
interface Login {
  success(answer: { code?: string }): void;
  fail(problem: { errMsg: string }): void;
}

declare const swan: import('../../family/host').Host & {
  login(options: Login): void;
  /** Newer libraries have it. */
  getLoginCode?(options: Login): void;
  requestPolymerPayment(options: {
    orderInfo: Record<string, string> | undefined;
    success(): void;
    fail(problem: { errMsg: string }): void;
  }): void;
  getSystemInfoSync(): { language: string };
  getExtConfigSync(): Record<string, unknown>;
};
