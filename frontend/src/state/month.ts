/** The month that a view stands in: moved at once, written into the address when it comes to rest. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { monthNumber, monthText } from "../drawing/months";

const REST_MS = 250;

/** The month within a span, and how to move it; `write` hears where it came to rest. */
export function useMonth(
  asked: string | undefined,
  start: string,
  end: string,
  write: (month: string) => void,
): [string, (month: number) => void] {
  const held = asked && start <= asked && asked <= end ? asked : end;
  const [month, set] = useState(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => set(held), [held]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = useCallback(
    (to: number) => {
      const text = monthText(Math.min(Math.max(to, monthNumber(start)), monthNumber(end)));
      set(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(text), REST_MS);
    },
    [start, end, write],
  );
  return [month, move];
}
