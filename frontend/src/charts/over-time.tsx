/** Shares over time: bands stacked to the full height, or lines with the interval that luck leaves. */

import { useMemo } from "preact/hooks";

import type { SeatLoss } from "../api/types";
import { colourOf } from "../drawing/colours";
import { beside, levels, spread } from "../drawing/labels";
import { januaries, monthNumber } from "../drawing/months";
import { percent } from "../drawing/numbers";
import { band, curve } from "../drawing/path";
import { type Series, stacked } from "../drawing/shares";
import { useWidth } from "../parts/measure";
import { Legend } from "./legend";
import { across, monthAt, MonthSlider, NARROW } from "./month-slider";

const LINE = 15;
const LETTER = 6.6;
const LEFT = 34;
/** Shares below which a band has no name at its end, and above which it has room for one within. */
const ENDS = 0.005;
const ROOM = 0.09;
const NONE: readonly SeatLoss[] = [];

type Props = {
  series: readonly Series[];
  start: string;
  end: string;
  losses?: readonly SeatLoss[];
  label?: string;
  shape: "stack" | "lines";
  month: string;
  choose: (month: string, who?: number) => void;
};

export function OverTime({ series, start, end, losses = NONE, label = "Month", shape, month, choose }: Props) {
  const [place, width] = useWidth<HTMLDivElement>();
  const narrow = width < NARROW;
  const [first, last] = [monthNumber(start), monthNumber(end)];
  const right = width - (narrow ? 8 : beside(series.filter(isNamed).map(named)));
  const marks = useMemo(() => recordedMarks(losses, first, last, narrow ? 2 : 6), [losses, first, last, narrow]);
  const x = (at: number) => across({ left: LEFT, right, first, last }, at);
  const wide = (mark: Mark) => LETTER * mark.names.length + 8;
  /** Whether a name has room only before its mark. */
  const turned = (mark: Mark) => x(mark.at) + wide(mark) > width;
  const heights = levels(
    marks.map((mark) => x(mark.at) - (turned(mark) ? wide(mark) : 0)),
    marks.map(wide),
  );
  const top = 14 + LINE * (marks.length ? Math.max(...heights) + 1 : 0);
  const height = narrow ? 240 : 330;
  const frame = { width, left: LEFT, right, top, bottom: top + height, first, last };
  const y = (share: number) => top + (1 - share) * height;

  return (
    <div class="over-time" ref={place}>
      {width > 0 && (
        <MonthSlider {...{ frame, label, month, choose }} spoken={spoken(series, monthNumber(month) - first)}>
          <Bands {...{ series, shape, x, y, first }} choose={(event, who) => choose(monthAt(event, frame), who)} />
          <g class="axis">
            {[0.25, 0.5, 0.75].map((share) => (
              <line key={share} class="rule" x1={LEFT} x2={right} y1={y(share)} y2={y(share)} />
            ))}
            {[0, 0.5, 1].map((share) => (
              <text key={share} class="y" x={LEFT - 6} y={y(share) + 4}>
                {100 * share}
              </text>
            ))}
            {januaries(first, last).map((january) => (
              <line key={january} class="rule" x1={x(january)} x2={x(january)} y1={y(1)} y2={y(0)} />
            ))}
          </g>
          <g class="marks">
            {marks.map((mark, i) => (
              <g key={mark.at}>
                <line x1={x(mark.at)} x2={x(mark.at)} y1={top - 5 - LINE * heights[i]!} y2={y(0)} />
                <text
                  x={x(mark.at) + (turned(mark) ? -4 : 4)}
                  y={top - 6 - LINE * heights[i]!}
                  class={turned(mark) ? "before" : ""}
                >
                  {mark.names}
                </text>
              </g>
            ))}
          </g>
          {!narrow && <Names {...{ series, shape, right, y }} />}
          {!narrow && shape === "stack" && <Within {...{ series, right, y }} x={(index) => x(first + index)} />}
        </MonthSlider>
      )}
      {narrow && <Legend entries={series.filter(isBroad).map((one) => [one.name, colourOf(one.key)])} />}
      {marks.length > 0 && <p class="faint note">Dashed: a seat lost in the record.</p>}
    </div>
  );
}

type BandsProps = {
  series: readonly Series[];
  shape: "stack" | "lines";
  x: (month: number) => number;
  y: (share: number) => number;
  first: number;
  choose: (event: MouseEvent, who: number) => void;
};

function Bands({ series, shape, x, y, first, choose }: BandsProps) {
  const xs = (series[0]?.points ?? []).map((_, month) => x(first + month));
  const places = stacked(series);
  const pick = (key: number) => (event: MouseEvent) => {
    event.stopPropagation();
    choose(event, key);
  };
  return (
    <g class={shape}>
      {series.map((one, i) => {
        const lows = one.points.map((point, m) => y(shape === "stack" ? places[i]![m]![0] : point.low));
        const highs = one.points.map((point, m) => y(shape === "stack" ? places[i]![m]![1] : point.high));
        return (
          <g key={one.key}>
            <path class="band" fill={colourOf(one.key)} d={band(xs, lows, highs)} onClick={pick(one.key)} />
            {shape === "lines" && (
              <path class="line" stroke={colourOf(one.key)} d={curve(xs, one.points.map((point) => y(point.share)))} />
            )}
          </g>
        );
      })}
    </g>
  );
}

type NamesProps = {
  series: readonly Series[];
  shape: "stack" | "lines";
  right: number;
  y: (share: number) => number;
};

/** A series and its last share, as written at the right edge. */
function named(one: Series): string {
  return `${one.name} ${percent(one.points.at(-1)?.share ?? 0)}`;
}

function isNamed(one: Series): boolean {
  return (one.points.at(-1)?.share ?? 0) >= ENDS;
}

/** Whether a series is ever broad enough for its colour to be looked up. */
function isBroad(one: Series): boolean {
  return one.points.some((point) => point.share >= ENDS);
}

/** Names at the right edge, each beside the end of its band or line. */
function Names({ series, shape, right, y }: NamesProps) {
  const places = stacked(series);
  const ends = series
    .map((one, i) => {
      const share = one.points.at(-1)?.share ?? 0;
      const [from, to] = places[i]!.at(-1) ?? [0, 0];
      return { key: one.key, said: named(one), seen: isNamed(one), at: y(shape === "stack" ? (from + to) / 2 : share) };
    })
    .filter((end) => end.seen)
    .sort((a, b) => a.at - b.at);
  const heights = spread(ends.map((end) => end.at), LINE, y(0));
  return (
    <g class="names">
      {ends.map((end, i) => (
        <g key={end.key}>
          <path d={`M${right + 1} ${end.at}L${right + 10} ${heights[i]}`} stroke={colourOf(end.key)} />
          <text x={right + 14} y={heights[i]! + 4}>
            {end.said}
          </text>
        </g>
      ))}
    </g>
  );
}

type WithinProps = Omit<NamesProps, "shape"> & { x: (index: number) => number };

/** Names of those who lead for a while and not at the end, where their bands are broadest. */
function Within({ series, right, x, y }: WithinProps) {
  const places = stacked(series);
  return (
    <g class="within">
      {series.map((one, i) => {
        const shares = one.points.map((point) => point.share);
        const peak = Math.max(...shares);
        if (one.key <= 0 || peak < ROOM || (shares.at(-1) ?? 0) >= ENDS) return null;
        // The middle of the months in which it is nearly as broad as ever.
        const broad = shares.flatMap((share, month) => (share >= 0.8 * peak ? [month] : []));
        const at = broad[Math.floor(broad.length / 2)]!;
        const [from, to] = places[i]![at]!;
        const half = 4 * one.name.length;
        return (
          <text key={one.key} x={Math.min(Math.max(x(at), x(0) + half), right - half)} y={y((from + to) / 2) + 4}>
            {one.name}
          </text>
        );
      })}
    </g>
  );
}

type Mark = { readonly at: number; readonly names: string };

/** The recorded losses of seats, those of one month together; of more than `most` names, the first is written. */
function recordedMarks(losses: readonly SeatLoss[], first: number, last: number, most: number): Mark[] {
  const together = new Map<number, Set<string>>();
  for (const loss of losses) {
    const at = loss.recorded ? monthNumber(loss.recorded) : -1;
    if (at >= first && at <= last) together.set(at, (together.get(at) ?? new Set()).add(loss.person));
  }
  return [...together].sort(([a], [b]) => a - b).map(([at, names]) => ({
    at,
    names: names.size > most ? `${[...names][0]} and ${names.size - 1} more` : [...names].join(", "),
  }));
}

/** Shares in a month, as a screen reader says them. */
function spoken(series: readonly Series[], month: number): string {
  return series
    .map((one) => ({ name: one.name, share: one.points[month]?.share ?? 0 }))
    .filter((one) => one.share >= 0.01)
    .sort((a, b) => b.share - a.share)
    .map((one) => `${one.name} ${percent(one.share)}`)
    .join(", ");
}
