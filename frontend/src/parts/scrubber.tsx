/** A month to be moved by hand, key or clock, under a strip that shows what lies along the way. */

import { useEffect, useRef, useState } from "preact/hooks";

import { januaries, monthName, monthNumber } from "../drawing/months";

const MONTHS_A_SECOND = 5;

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
  const [playing, play] = useState(false);
  const here = useRef(at);
  here.current = at;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (here.current >= last) play(false);
      else move(here.current + 1);
    }, 1000 / MONTHS_A_SECOND);
    return () => clearInterval(timer);
  }, [playing, last, move]);
  const toggle = () => {
    if (!playing && at >= last) move(first);
    play(!playing);
  };
  const along = (value: number) => `${(100 * (value - first)) / Math.max(last - first, 1)}%`;
  return (
    <div class="scrubber">
      <div class="keys">
        <button type="button" class="quiet" aria-label="To the beginning" onClick={() => move(first)}>
          <Sign path="M4 4v12M16 4L7 10l9 6z" />
        </button>
        <button type="button" aria-label={playing ? "Pause" : "Play"} onClick={toggle}>
          <Sign path={playing ? "M6 4v12M14 4v12" : "M6 4l10 6-10 6z"} />
        </button>
        <output class="when">{monthName(month)}</output>
      </div>
      <div class="way">
        <svg class="strip" height="26" aria-hidden="true">
          {stretches.map((one) => (
            <rect key={one.from} x={along(one.from)} width={`${(100 * (one.to - one.from)) / Math.max(last - first, 1)}%`} y="0" height="12" fill={one.colour}>
              <title>{one.said}</title>
            </rect>
          ))}
          {ticks.map((tick) => (
            <line key={tick} class="tick" x1={along(tick)} x2={along(tick)} y1="14" y2="24" />
          ))}
          <line class="cursor" x1={along(at)} x2={along(at)} y1="0" y2="26" />
        </svg>
        <input
          type="range"
          aria-label="Month"
          aria-valuetext={monthName(month)}
          min={first}
          max={last}
          value={at}
          onInput={(event) => move(Number(event.currentTarget.value))}
        />
        <div class="januaries faint" aria-hidden="true">
          {januaries(first, last).map((january) => (
            <span key={january} style={{ left: along(january) }}>
              {january / 12}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path d={path} fill="currentColor" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
    </svg>
  );
}
