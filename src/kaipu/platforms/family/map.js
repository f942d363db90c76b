/** The way to a shop where not every phone has a map to show: its address can be taken to one. */

const fail = () => undefined;

/**
 * @param {{ openLocation?(options: any): unknown, setClipboardData(options: any): unknown }} host
 * @returns {import('../../shell/platform').Platform['openMap']}
 */
exports.mapOrAddress = (host) => (place) => {
  if (host.openLocation) host.openLocation({ ...place, scale: 18, fail });
  else host.setClipboardData({ data: place.address, fail });
};
