/** Paying where only the words of a failure tell that the shopper turned back. */

/**
 * @param {(ends: { success(): void, fail(problem: { errMsg: string }): void }) => void} start calls the platform's
 *   cashier with these ends among its options
 * @returns {Promise<'paid' | 'cancelled'>}
 */
exports.paying = (start) =>
  new Promise((resolve, reject) => {
    start({
      success: () => resolve('paid'),
      fail({ errMsg }) {
        if (/cancel|取消/.test(errMsg)) resolve('cancelled');
        else reject(new Error(errMsg));
      },
    });
  });
