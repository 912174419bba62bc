/** The difference that the change makes: over time as a fan, and in the month at hand person by person. */

import { useMemo } from "preact/hooks";

import type { WhatIf } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { differences, reach } from "../../drawing/futures";
import { januaries, monthName, monthNumber, monthText } from "../../drawing/months";
import { percent, points } from "../../drawing/numbers";
import { band, curve } from "../../drawing/path";
import { useWidth } from "../../parts/measure";
import { Person } from "../../parts/person";

const HEIGHT = 220;
const LEFT = 40;
const ROWS = 7;

type Props = { result: WhatIf; yardstick: string; month: string; choose: (month: string) => void };

export function DifferenceCard({ result, yardstick, month, choose }: Props) {
  const found = useMemo(() => differences(result, yardstick), [result, yardstick]);
  return (
    <section class="card" aria-labelledby="difference">
      <h2 id="difference">What the change makes of it</h2>
      <p class="faint">
        Share of histories with the change, less the share without it, in points. Bands: 95 % intervals of the same histories
        in pairs.
      </p>
      {found.length === 0 ? <p>Nobody leads more often or less often with it.</p> : <Fan {...{ result, found, month, choose }} />}
      <Month {...{ result, yardstick, month }} />
    </section>
  );
}

type FanProps = { result: WhatIf; found: ReturnType<typeof differences>; month: string; choose: (month: string) => void };

function Fan({ result, found, month, choose }: FanProps) {
  const [place, width] = useWidth<HTMLDivElement>();
  const first = monthNumber(result.start);
  const last = monthNumber(result.end);
  const most = reach(found);
  const x = (at: number) => LEFT + (at / Math.max(last - first, 1)) * (width - LEFT - 8);
  const y = (value: number) => ((most - value) / (2 * most)) * (HEIGHT - 20) + 8;
  const fans = useMemo(
    () =>
      found.map((one) => {
        const xs = one.months.map(x);
        return (
          <g key={one.key}>
            <path class="fan" fill={colourOf(one.key)} d={band(xs, one.low.map(y), one.high.map(y))} />
            <path class="line" stroke={colourOf(one.key)} d={curve(xs, one.middle.map(y))} />
          </g>
        );
      }),
    [found, width],
  );
  const at = monthNumber(month) - first;
  return (
    <div class="differences" ref={place}>
      <svg
        width={width}
        height={HEIGHT + 16}
        aria-hidden="true"
        onClick={(event) => {
          const along = (event.offsetX - LEFT) / Math.max(width - LEFT - 8, 1);
          choose(monthText(first + Math.round(Math.min(Math.max(along, 0), 1) * (last - first))));
        }}
      >
        {[-most, 0, most].map((value) => (
          <g key={value}>
            <line class={value === 0 ? "zero" : "rule"} x1={LEFT} x2={width - 8} y1={y(value)} y2={y(value)} />
            <text class="y" x={LEFT - 6} y={y(value) + 4}>
              {points(value)}
            </text>
          </g>
        ))}
        {fans}
        {januaries(first, last).map((january) => (
          <text key={january} class="x" x={x(january - first)} y={HEIGHT + 10}>
            {january / 12}
          </text>
        ))}
        <line class="cursor" x1={x(at)} x2={x(at)} y1={y(most)} y2={y(-most)} />
      </svg>
      <ul class="legend">
        {found.map((one) => (
          <li key={one.key}>
            <Person id={one.key} name={one.name} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Month({ result, yardstick, month }: { result: WhatIf; yardstick: string; month: string }) {
  const rows = result.over_time
    .filter((row) => row.month === month && row.yardstick === yardstick)
    .sort((a, b) => Math.max(b.without, b.with) - Math.max(a.without, a.with))
    .slice(0, ROWS);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`Shares in ${monthName(month)}`}>
      <table class="both">
        <caption>{monthName(month)}</caption>
        <thead>
          <tr>
            <th scope="col">Leads</th>
            <th scope="col">As it was</th>
            <th scope="col">With the change</th>
            <th scope="col" class="wide">
              <span class="unseen">Drawn</span>
            </th>
            <th scope="col">Difference</th>
            <th scope="col">95 %</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Person id={row.key} name={row.person} />
              </th>
              <td>{percent(row.without)}</td>
              <td>{percent(row.with)}</td>
              <td class="wide">
                <svg class="dumbbell" height="16" aria-hidden="true">
                  <line class="ground" x1="0" x2="100%" y1="8" y2="8" />
                  <line stroke={colourOf(row.key)} stroke-width="3" x1={`${100 * row.without}%`} x2={`${100 * row.with}%`} y1="8" y2="8" />
                  <circle class="was" cx={`${100 * row.without}%`} cy="8" r="4" stroke={colourOf(row.key)} />
                  <circle cx={`${100 * row.with}%`} cy="8" r="4.5" fill={colourOf(row.key)} />
                </svg>
              </td>
              <td>{points(row.difference)}</td>
              <td class="faint">
                {points(row.low)} to {points(row.high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="faint">Ring: as it was. Dot: with the change.</p>
    </div>
  );
}
