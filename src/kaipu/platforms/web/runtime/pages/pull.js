/** Pull down at the top of a page to refresh it. Touch only; a mouse has the reload button. */

const ENOUGH_PX = 64;
const MOST_PX = 96;

/** @param {HTMLElement} scroller @param {() => Promise<void>} refresh */
export function watchPull(scroller, refresh) {
  const content = /** @type {HTMLElement} */ (scroller.firstElementChild);
  let start = -1;
  let pulled = 0;
  const move = (distance) => {
    pulled = distance;
    content.style.transform = distance ? `translateY(${distance}px)` : '';
    scroller.classList.toggle('ui-page__scroller--pulled', distance > 0);
  };
  scroller.addEventListener(
    'touchstart',
    (event) => (start = scroller.scrollTop <= 0 ? event.touches[0].clientY : -1),
    { passive: true },
  );
  scroller.addEventListener(
    'touchmove',
    (event) => {
      if (start < 0) return;
      const distance = (event.touches[0].clientY - start) / 2;
      if (distance > 0 && scroller.scrollTop <= 0) move(Math.min(distance, MOST_PX));
      else if (pulled) move(0);
    },
    { passive: true },
  );
  scroller.addEventListener('touchend', async () => {
    const enough = pulled >= ENOUGH_PX;
    start = -1;
    if (enough) await refresh().catch(() => undefined);
    move(0);
  });
}
