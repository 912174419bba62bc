/** A month moved by the keys of a slider. */

import { monthNumber, monthText } from "../drawing/months";

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -12, PageUp: 12, Home: -1e6, End: 1e6 };

export function stepped(event: KeyboardEvent, month: string, start: string, end: string, choose: (month: string) => void): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  choose(monthText(Math.min(Math.max(monthNumber(month) + step, monthNumber(start)), monthNumber(end))));
}
