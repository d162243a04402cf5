/** Lets the page follow a hand that moves: the newest wish counts, and each is finished before the next begins. */

const PAUSE_MS = 120;

/**
 * `act(wish)` begins what takes time, and `isBusy()` says whether that still goes on. `want(wish)` replaces a wish that has
 * not begun; `drop()` forgets it.
 */
export function createFollower({ act, isBusy, pauseMs = PAUSE_MS }) {
  let wish = null;
  let timer = 0;

  function look() {
    timer = 0;
    if (isBusy()) return wait();
    const next = wish;
    wish = null;
    act(next);
  }

  const wait = () => (timer = setTimeout(look, pauseMs));

  function want(next) {
    wish = next;
    if (!timer) wait();
  }

  function drop() {
    clearTimeout(timer);
    timer = 0;
    wish = null;
  }
  return { want, drop };
}
