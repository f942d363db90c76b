/** HTTP. Every answer is an answer, whatever its status; only silence is a failure. */

/** @type {import('../../../shell/platform').Platform['request']} */
exports.request = ({ method, url, headers, body, timeout_ms }) =>
  new Promise((resolve, reject) => {
    my.request({
      method,
      url,
      headers: Object.assign(body === undefined ? {} : { 'content-type': 'application/json' }, headers),
      data: body === undefined ? undefined : JSON.stringify(body),
      // An empty answer (304) is no JSON, and the platform would call it a failure.
      dataType: 'text',
      timeout: timeout_ms,
      success: (answer) => resolve(answerOf(answer)),
      fail(problem) {
        const answer = /** @type {{ status?: number, data?: unknown, headers?: unknown }} */ (/** @type {unknown} */ (problem));
        if (answer.status) resolve(answerOf(answer));
        else reject(new Error(problem.errorMessage));
      },
    });
  });

/** @param {{ status?: number, data?: unknown, headers?: unknown }} answer */
function answerOf({ status, data, headers }) {
  return { status: Number(status), body: parsed(data), headers: /** @type {Record<string, string>} */ (headers || {}) };
}

/** @param {unknown} data */
function parsed(data) {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch (_) {
    return data;
  }
}
