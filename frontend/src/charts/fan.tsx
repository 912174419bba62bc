/** Lines over time, each in the range that is left open, under a month that can be moved. */

import { useMemo } from "preact/hooks";

import type { Fan as Shown } from "../api/types";
import { shadeOf } from "../drawing/colours";
import { beside, spread } from "../drawing/labels";
import { monthNumber } from "../drawing/months";
import { band, curve } from "../drawing/path";
import { marked, scale, type Scale } from "../drawing/scale";
import { useWidth } from "../parts/measure";
import { Legend } from "./legend";
import { across, MonthSlider, NARROW } from "./month-slider";

const HEIGHT = 240;
const TOP = 12;
const LEFT = 40;
const LINE = 15;

type Props = { chart: Shown; says: string; month: string; choose: (month: string) => void };

export function Fan({ chart, says, month, choose }: Props) {
  const [place, width] = useWidth<HTMLDivElement>();
  const first = monthNumber(chart.start);
  const months = Math.max(...chart.lines.map((line) => line.values.length));
  const axis = useMemo(() => axisOf(chart), [chart]);
  const named = (line: Shown["lines"][number], at = months - 1) => `${line.name} ${rounded(line.values[at] ?? 0, axis)}`;
  const right = width - (width < NARROW ? 8 : beside(chart.lines.map((line) => named(line))));
  const frame = { width, left: LEFT, right, top: TOP, bottom: TOP + HEIGHT, first, last: first + months - 1 };
  const y = (value: number) => TOP + (1 - axis.share(value)) * HEIGHT;
  const fans = useMemo(
    () =>
      chart.lines.map((line) => {
        const xs = line.values.map((_, at) => across(frame, first + at));
        return (
          <g key={line.name}>
            <path class="range" fill={shadeOf(line.shade)} d={band(xs, line.low.map(y), line.high.map(y))} />
            <path class="line" stroke={shadeOf(line.shade)} d={curve(xs, line.values.map(y))} />
          </g>
        );
      }),
    [chart, width],
  );
  const at = Math.min(Math.max(monthNumber(month) - first, 0), months - 1);
  const sorted = [...chart.lines].sort((a, b) => y(a.values.at(-1)!) - y(b.values.at(-1)!));
  const heights = spread(sorted.map((line) => y(line.values.at(-1)!)), LINE, TOP + HEIGHT);
  return (
    <div class="fan" ref={place}>
      {width > 0 && (
        <MonthSlider {...{ frame, month, choose }} label={says} spoken={chart.lines.map((line) => named(line, at)).join(", ")}>
          {axis.marks.map((mark) => (
            <g key={mark}>
              <line class={mark === 0 ? "zero" : "rule"} x1={LEFT} x2={right} y1={y(mark)} y2={y(mark)} />
              <text class="y" x={LEFT - 6} y={y(mark) + 4}>
                {marked(mark, axis.marks[0]! < 0)}
              </text>
            </g>
          ))}
          {fans}
          {chart.mark && <Mark at={across(frame, monthNumber(chart.mark[0]))} said={chart.mark[1]} right={right} />}
          {width >= NARROW &&
            sorted.map((line, i) => (
              <g key={line.name} class="names">
                <path d={`M${right + 1} ${y(line.values.at(-1)!)}L${right + 10} ${heights[i]}`} stroke={shadeOf(line.shade)} />
                <text x={right + 14} y={heights[i]! + 4}>{named(line)}</text>
              </g>
            ))}
        </MonthSlider>
      )}
      {width < NARROW && <Legend entries={chart.lines.map((line) => [line.name, shadeOf(line.shade)])} />}
    </div>
  );
}

function Mark({ at, said, right }: { at: number; said: string; right: number }) {
  const before = at > LEFT + 0.7 * (right - LEFT);
  return (
    <g class="marks">
      <line x1={at} x2={at} y1={TOP} y2={TOP + HEIGHT} />
      <text x={at + (before ? -5 : 5)} y={TOP + 11} class={before ? "before" : ""}>
        {said}
      </text>
    </g>
  );
}

/** A whole number, with its sign where the axis goes both ways. */
export function rounded(value: number, axis: Scale): string {
  return marked(Math.round(value), axis.marks[0]! < 0);
}

/** The axis that holds all of a fan. */
export function axisOf(chart: Shown): Scale {
  return scale([0, ...chart.lines.flatMap((line) => [...line.values, ...line.low, ...line.high])]);
}
