/** HTTP. Every answer is an answer, whatever its status; only silence is a failure. */

/** @type {import('../../../shell/platform').Platform['request']} */
exports.request = ({ method, url, headers, body, timeout_ms }) =>
  new Promise((resolve, reject) => {
    wx.request({
      method,
      url,
      header: headers,
      data: /** @type {Record<string, unknown> | undefined} */ (body),
      timeout: timeout_ms,
      success: ({ statusCode, data, header }) => resolve({ status: statusCode, body: data, headers: lower(header) }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** @param {Record<string, string>} headers */
function lower(headers) {
  /** @type {Record<string, string>} */
  const result = {};
  Object.keys(headers).forEach((name) => {
    result[name.toLowerCase()] = headers[name];
  });
  return result;
}
