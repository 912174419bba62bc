/** Where the futures part: one history and its twin, told by what only one of them has. */

import type { WhatIf } from "../../api/types";
import { monthName } from "../../drawing/months";
import { grouped } from "../../drawing/numbers";
import { Link } from "../../parts/link";

const SHOWN = 30;

export function Parting({ result }: { result: WhatIf }) {
  const rows = result.pair.slice(0, SHOWN);
  const run = rows[0]?.run;
  if (run === undefined) return null;
  const months = [...new Set(rows.map((row) => row.month))];
  const told = (month: string, only: "without" | "with") =>
    rows.filter((row) => row.month === month && row.only === only).map((row, i) => <li key={i}>{row.said}</li>);
  return (
    <section class="card" aria-labelledby="parting">
      <h2 id="parting">One history and its twin</h2>
      <p class="faint">
        Decisions that only one of the two has, from where they part.{" "}
        <Link view="run" query={{ scenario: result.scenario, seed: String(result.seed), run: String(run), month: months[0]! }}>
          Run {grouped(run)} as it was
        </Link>
      </p>
      <div class="twins">
        <h3>As it was</h3>
        <h3>With the change</h3>
        {months.map((month) => (
          <div class="twin" key={month}>
            <h4>{monthName(month)}</h4>
            <ul>{told(month, "without")}</ul>
            <ul>{told(month, "with")}</ul>
          </div>
        ))}
      </div>
      {result.pair.length > SHOWN && <p class="faint">And {grouped(result.pair.length - SHOWN)} more later on.</p>}
    </section>
  );
}
