/** A clock that stands still until it is moved on, with the timers that hang on it. */

export function createClock(now_ms) {
  const timers = new Map();
  let last = 0;

  class ShopDate extends Date {
    constructor(...given) {
      if (given.length) super(...given);
      else super(now_ms);
    }

    static now() {
      return now_ms;
    }
  }

  const set = (repeat) => (run, wait_ms = 0, ...given) => {
    timers.set(++last, { at_ms: now_ms + Math.max(0, wait_ms), run: () => run(...given), repeat_ms: repeat && wait_ms });
    return last;
  };
  const clear = (id) => void timers.delete(id);

  /** The next timer that is due by `until_ms`; a repeating one is set again. */
  function due(until_ms) {
    const [first] = [...timers].filter(([, { at_ms }]) => at_ms <= until_ms).sort(([a, one], [b, other]) => one.at_ms - other.at_ms || a - b);
    if (!first) return null;
    const [id, timer] = first;
    now_ms = Math.max(now_ms, timer.at_ms);
    if (timer.repeat_ms) timer.at_ms += timer.repeat_ms;
    else timers.delete(id);
    return timer.run;
  }

  return {
    /** What a script of the package sees of time. */
    globals: { Date: ShopDate, setTimeout: set(false), setInterval: set(true), clearTimeout: clear, clearInterval: clear },
    now: () => now_ms,
    clear: () => timers.clear(),
    /** What would happen soon happens now. */
    hurry(within_ms) {
      const kept_ms = now_ms;
      for (let run; (run = due(kept_ms + within_ms)); ) run();
      now_ms = kept_ms;
    },
    /** @param {() => Promise<void>} settle what follows from each timer */
    async advance(by_ms, settle) {
      const until_ms = now_ms + by_ms;
      for (let run; (run = due(until_ms)); ) {
        run();
        await settle();
      }
      now_ms = until_ms;
      await settle();
    },
  };
}
