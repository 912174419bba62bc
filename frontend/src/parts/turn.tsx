/** A part of a page that is drawn when its turn comes, and out of sight only once the month rests. */

import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";

import { useInSight, useTurn } from "../state/turns";

type Props<T> = {
  of: T;
  /** Whatever else it is drawn from: a change of these is drawn at once. */
  also: readonly unknown[];
  children: (shown: T) => ComponentChildren;
};

export function Turn<T>({ of, also, children }: Props<T>) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useTurn(of, useInSight(place));
  return (
    <div class="turn" ref={place}>
      {useMemo(() => children(shown), [shown, ...also])}
    </div>
  );
}
