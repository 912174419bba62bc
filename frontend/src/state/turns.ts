/**
 * Parts that are costly to draw take turns: one in every other frame, whoever has waited longest first. A month that moves faster
 * than they can follow is shown at once by what is cheap, and by each of them as it was when its turn came.
 */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { alike } from "../drawing/same";

const REST_MS = 200;

/** Milliseconds from one frame to the next beyond which a frame was missed, of sixty in a second. */
const LATE_MS = 20;
/** Frames that are left free after a turn, for what it costs elsewhere; as many again after a missed one. */
const FREE = 1;

/** Those who wait, in their order, and how each is drawn. */
export class Line {
  private readonly waiting = new Map<object, () => void>();
  private asked = false;
  private before: number | null = null;
  private free = 0;

  constructor(private readonly frame: (then: (now: number) => void) => void) {}

  /** Wait for a turn; whoever waits already keeps the place, and is drawn as asked last. */
  wait(who: object, draw: () => void): void {
    this.waiting.set(who, draw);
    if (!this.asked) this.frame((now) => this.next(now));
    this.asked = true;
  }

  leave(who: object): void {
    this.waiting.delete(who);
  }

  private next(now: number): void {
    const late = this.before !== null && now - this.before > LATE_MS;
    this.before = now;
    const [first] = this.waiting;
    if (this.free > 0) this.free--;
    else if (first) {
      this.free = late ? 2 * FREE : FREE;
      this.waiting.delete(first[0]);
      first[1]();
    }
    this.asked = this.waiting.size > 0;
    if (this.asked) this.frame((then) => this.next(then));
    else this.before = null;
  }
}

const line = new Line((then) => requestAnimationFrame(then));

/** A value as last drawn: it follows when its turn comes, and out of sight once it has come to rest. */
export function useTurn<T>(value: T, inSight = true): T {
  const [shown, show] = useState(value);
  const who = useRef({});
  useLayoutEffect(() => {
    if (Object.is(shown, value)) return line.leave(who.current);
    if (inSight) return line.wait(who.current, () => show(value));
    const rest = setTimeout(() => show(value), REST_MS);
    return () => clearTimeout(rest);
  }, [value, shown, inSight]);
  useEffect(() => () => line.leave(who.current), []);
  return shown;
}

/** A value that stays the same object for as long as it holds the same. */
export function useSame<T>(value: T): T {
  const kept = useRef(value);
  if (!alike(kept.current, value)) kept.current = value;
  return kept.current;
}

/** Whether a part of the page is in sight. */
export function useInSight(place: preact.RefObject<Element | null>): boolean {
  const [inSight, see] = useState(true);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver((entries) => see(entries.at(-1)!.isIntersecting));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return inSight;
}
