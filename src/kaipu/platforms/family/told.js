/**
 * Components on the platforms whose components cannot listen to several properties at once (`observers`): each property
 * tells of its own new value, so a change of two is told twice.
 */

/**
 * @param {boolean} lifetimes whether the platform knows `lifetimes`; where it does not, they stand beside the methods
 * @returns {import('../../shell/platform').Platform['component']}
 */
exports.told = (lifetimes) => (definition) => {
  const { attached, detached, changed, methods, data } = definition;
  /** @type {Record<string, { type: null, value: null, observer?: () => void }>} */
  const properties = {};
  definition.properties.forEach((name) => {
    properties[name] = Object.assign({ type: null, value: null }, changed && { observer: changed });
  });
  const life = { attached, detached };
  const options = { multipleSlots: true };
  const whole = Object.assign({ options, properties, data, methods }, lifetimes ? { lifetimes: life } : life);
  // One platform's typings want a component to be of one kind or the other.
  Component(/** @type {any} */ (whole));
};
