/** The difference that the change makes: over time as a fan, and in the month at hand person by person. */

import { useMemo } from "preact/hooks";

import type { WhatIf } from "../../api/types";
import { Fan } from "../../charts/fan";
import { colourOf } from "../../drawing/colours";
import { differences } from "../../drawing/futures";
import { monthName } from "../../drawing/months";
import { percent, points } from "../../drawing/numbers";
import { Person } from "../../parts/person";

const ROWS = 7;

type Props = { result: WhatIf; yardstick: string; month: string; choose: (month: string) => void };

export function DifferenceCard({ result, yardstick, month, choose }: Props) {
  const from = result.arms[0]?.from;
  const chart = useMemo(
    () => ({
      kind: "fan" as const,
      start: result.start,
      lines: differences(result, yardstick),
      unit: "points",
      mark: from && from > result.start ? ([from, "the change"] as [string, string]) : null,
    }),
    [result, yardstick],
  );
  return (
    <section class="card" aria-labelledby="difference">
      <h2 id="difference">What the change makes of it</h2>
      <p class="faint">
        Share of histories with the change, less the share without it, in points. Bands: 95 % intervals of the same histories
        in pairs.
      </p>
      {chart.lines.length === 0 ? (
        <p>Nobody leads more often or less often with it.</p>
      ) : (
        <Fan chart={chart} says="Month, and what the change makes of it" month={month} choose={choose} />
      )}
      <Month {...{ result, yardstick, month }} />
    </section>
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
