/** Months that pass by the clock: as many a second on a slow machine as on a fast one, if need be several at once. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";

const MONTHS_A_SECOND = 5;

/** Forwards, backwards, or not at all. */
export type Pace = -1 | 0 | 1;

/** Where the clock stands after some milliseconds at a pace. */
export function passed(from: number, pace: Pace, milliseconds: number): number {
  return from + pace * Math.floor((milliseconds * MONTHS_A_SECOND) / 1000);
}

/** The pace at which months pass, and how to set it; whoever moves by hand meanwhile is gone on from. */
export function useClock(at: number, first: number, last: number, move: (month: number) => void): [Pace, (pace: Pace) => void] {
  const [pace, set] = useState<Pace>(0);
  const here = useRef(at);
  here.current = at;
  useEffect(() => {
    if (pace === 0) return;
    let [from, began, shown] = [here.current, performance.now(), here.current];
    let frame = requestAnimationFrame(function tick(now) {
      if (here.current !== shown) [from, began, shown] = [here.current, now, here.current];
      const to = Math.min(Math.max(passed(from, pace, Math.max(now - began, 0)), first), last);
      if (to !== shown) move((shown = here.current = to));
      if (to === (pace > 0 ? last : first)) set(0);
      else frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [pace, first, last, move]);
  const run = useCallback(
    (to: Pace) => {
      if (to > 0 && here.current >= last) move(first);
      if (to < 0 && here.current <= first) move(last);
      set(to);
    },
    [first, last, move],
  );
  return [pace, run];
}
