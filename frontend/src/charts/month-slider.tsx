/** A drawing over time under a month that is moved: with the mouse, by touch, or by the keys of a slider. */

import type { ComponentChildren } from "preact";

import { januaries, monthName, monthNumber, monthText } from "../drawing/months";
import { stepped } from "./steps";

/** Below this width names beside a drawing leave it no room, and years are written short. */
export const NARROW = 480;

/** Where the months of a drawing lie: `first` at `left`, `last` at `right`, between `top` and `bottom`. */
export type Frame = {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly first: number;
  readonly last: number;
};

type Span = Pick<Frame, "left" | "right" | "first" | "last">;

/** The place of a month. */
export function across({ left, right, first, last }: Span, month: number): number {
  return left + ((month - first) / Math.max(last - first, 1)) * (right - left);
}

/** The month nearest to where something happened. */
export function monthAt(event: MouseEvent, { width, left, right, first, last }: Span & Pick<Frame, "width">): string {
  const box = (event.target as Element).closest("svg[role=slider]")!.getBoundingClientRect();
  // A page shown larger has larger boxes, and the same drawing in them.
  const at = ((event.clientX - box.left) * width) / Math.max(box.width, 1);
  const along = Math.min(Math.max((at - left) / Math.max(right - left, 1), 0), 1);
  return monthText(Math.round(first + along * (last - first)));
}

type Props = {
  frame: Frame;
  label: string;
  /** What stands in the month, as a screen reader says it after the month's name. */
  spoken: string;
  month: string;
  choose: (month: string) => void;
  children: ComponentChildren;
};

export function MonthSlider({ frame, label, spoken, month, choose, children }: Props) {
  const { width, top, bottom, first, last } = frame;
  const at = Math.min(Math.max(monthNumber(month), first), last);
  return (
    <svg
      width={width}
      height={bottom + 26}
      role="slider"
      tabindex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last - first}
      aria-valuenow={at - first}
      aria-valuetext={`${monthName(month)}: ${spoken}`}
      onKeyDown={(event) => stepped(event, month, monthText(first), monthText(last), choose)}
      onClick={(event) => choose(monthAt(event, frame))}
      onPointerMove={(event) => event.buttons === 1 && choose(monthAt(event, frame))}
    >
      {children}
      {januaries(first, last).map((january) => (
        <text key={january} class="x" x={across(frame, january)} y={bottom + 18}>
          {width < NARROW ? `’${String(january / 12).slice(2)}` : january / 12}
        </text>
      ))}
      <line class="cursor" x1={across(frame, at)} x2={across(frame, at)} y1={top} y2={bottom} />
    </svg>
  );
}
