/**
 * What the run time calls of Xiaohongshu's API besides what `family` calls. Xiaohongshu publishes no typings; this is
 * its documentation.
 */
interface Paying {
  /** `orderId` and `payToken`, as the server got them. */
  orderInfo: Record<string, string>;
  success(): void;
  fail(problem: { errMsg: string }): void;
}

declare const xhs: Record<string, unknown> & import('../../family/host').Host & {
  requestGuaranteeOrderPayment?(options: Paying): void;
  requestOrderPayment(options: Paying): void;
  getSystemInfoSync(): { language: string };
  getExtConfigSync(): Record<string, unknown>;
};
