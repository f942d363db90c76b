/** A list of listeners. The one way in which parts of the shell tell each other that something changed. */

/**
 * @template T
 * @returns {{ on(listener: (value: T) => void): () => void, send(value: T): void }} `on` answers how to stop.
 */
exports.signal = () => {
  /** @type {((value: T) => void)[]} */
  let listeners = [];
  return {
    on(listener) {
      listeners = listeners.concat(listener);
      return () => {
        listeners = listeners.filter((one) => one !== listener);
      };
    },
    // The list is never changed in place, so that a listener may stop itself or another while it is told.
    send(value) {
      listeners.forEach((listener) => listener(value));
    },
  };
};
