/** A month to be moved by hand, key or clock, under a strip that shows what lies along the way. */

import { useMemo } from "preact/hooks";

import { januaries, monthName, monthNumber } from "../drawing/months";
import { useClock } from "../state/clock";

export type Stretch = { readonly from: number; readonly to: number; readonly colour: string; readonly said: string };

type Props = {
  start: string;
  end: string;
  month: string;
  move: (month: number) => void;
  stretches?: readonly Stretch[];
  ticks?: readonly number[];
};

export function Scrubber({ start, end, month, move, stretches = [], ticks = [] }: Props) {
  const first = monthNumber(start);
  const last = monthNumber(end);
  const at = monthNumber(month);
  const [pace, run] = useClock(at, first, last, move);
  return (
    <div class="scrubber">
      <div class="keys">
        <button type="button" class="quiet" aria-label="To the beginning" onClick={() => move(first)}>
          <Sign path="M4 4v12M16 4L7 10l9 6z" />
        </button>
        <button type="button" class="quiet" aria-label={pace < 0 ? "Pause" : "Rewind"} onClick={() => run(pace < 0 ? 0 : -1)}>
          <Sign path={pace < 0 ? PAUSE : "M14 4L4 10l10 6z"} />
        </button>
        <button type="button" aria-label={pace > 0 ? "Pause" : "Play"} onClick={() => run(pace > 0 ? 0 : 1)}>
          <Sign path={pace > 0 ? PAUSE : "M6 4l10 6-10 6z"} />
        </button>
        <output class="when">{monthName(month)}</output>
      </div>
      <div class="way">
        <Strip {...{ stretches, ticks, first, last }} />
        <i class="hand" aria-hidden="true">
          <i style={{ transform: `translateX(${part(at - first, last - first)})` }} />
        </i>
        <input
          type="range"
          aria-label="Month"
          aria-valuetext={monthName(month)}
          min={first}
          max={last}
          value={at}
          onInput={(event) => move(Number(event.currentTarget.value))}
        />
        <Years first={first} last={last} />
      </div>
    </div>
  );
}

const PAUSE = "M6 4v12M14 4v12";

/** A part of the way, as a style has it. */
function part(months: number, all: number): string {
  return `${(100 * months) / Math.max(all, 1)}%`;
}

function Years({ first, last }: { first: number; last: number }) {
  return useMemo(
    () => (
      <div class="januaries faint" aria-hidden="true">
        {januaries(first, last).map((january) => (
          <span key={january} style={{ left: part(january - first, last - first) }}>
            {january / 12}
          </span>
        ))}
      </div>
    ),
    [first, last],
  );
}

type StripProps = Required<Pick<Props, "stretches" | "ticks">> & { first: number; last: number };

/** What lies along the way: it stands still while the month moves. */
function Strip({ stretches, ticks, first, last }: StripProps) {
  return useMemo(
    () => (
      <svg class="strip" height="26" aria-hidden="true">
        {stretches.map((one) => (
          <rect key={one.from} x={part(one.from - first, last - first)} width={part(Math.min(one.to, last) - one.from, last - first)} y="0" height="12" fill={one.colour}>
            <title>{one.said}</title>
          </rect>
        ))}
        {ticks.map((tick) => (
          <line key={tick} class="tick" x1={part(tick - first, last - first)} x2={part(tick - first, last - first)} y1="14" y2="24" />
        ))}
      </svg>
    ),
    [stretches, ticks, first, last],
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path d={path} fill="currentColor" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
    </svg>
  );
}
