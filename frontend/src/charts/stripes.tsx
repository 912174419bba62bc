/** Divided rows, one below the other: parts of a whole, the broad ones named. */

import type { Stripes as Shown } from "../api/types";
import { shadeOf } from "../drawing/colours";
import { percent } from "../drawing/numbers";
import { Legend } from "./legend";

/** Share of a row that a part must have to be named inside it. */
const ROOM = 0.12;

export function Stripes({ chart, says }: { chart: Shown; says: string }) {
  const names = [...new Set(chart.rows.flatMap((row) => Object.keys(row.parts)))];
  const colour = (name: string) => shadeOf(chart.shades[name] ?? -1);
  return (
    <>
      <table class="bars stripes">
        <caption class="unseen">{says}</caption>
        <thead>
          <tr>
            <th scope="col">{chart.heads[0]}</th>
            <th aria-hidden="true" />
            <th scope="col">{chart.heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {chart.rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{row.label}</th>
              <td>
                <div class="strip-parts">
                  {Object.entries(row.parts)
                    .filter(([, share]) => share > 0)
                    .map(([name, share]) => (
                      <span key={name} style={{ flexGrow: share, background: colour(name) }} title={`${name}: ${percent(share)}`}>
                        {share >= ROOM && name}
                      </span>
                    ))}
                </div>
              </td>
              <td>{row.said}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Legend entries={names.map((name) => [name, colour(name)])} />
    </>
  );
}
