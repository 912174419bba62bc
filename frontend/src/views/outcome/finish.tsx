/** Who leads in the last month, by each definition of leading, with both kinds of interval. */

import type { Ensemble, LeaderShare } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { monthName } from "../../drawing/months";
import { percent } from "../../drawing/numbers";
import { Interval } from "../../parts/interval";
import { Person } from "../../parts/person";
import { Term } from "../../parts/term";

const ROWS = 5;
const TERMS: Record<LeaderShare["yardstick"], string> = {
  conduct: "by conduct",
  power: "by power",
  "no alternative left": "no alternative left",
};

export function Finish({ result }: { result: Ensemble }) {
  return (
    <section class="card" aria-labelledby="finish">
      <h2 id="finish">At the end, {monthName(result.end)}</h2>
      <p class="faint">
        Thick: <Term word="by luck" />. Thin: <Term word="between sets" /> of parameters.
      </p>
      {(Object.keys(TERMS) as LeaderShare["yardstick"][]).map((yardstick) => (
        <div key={yardstick}>
          <h3>
            <Term word={TERMS[yardstick]} />
          </h3>
          <ul class="shares still">
            {result.leaders
              .filter((row) => row.yardstick === yardstick)
              .slice(0, ROWS)
              .map((row) => (
                <li key={row.key} class="row">
                  <Person id={row.key} name={row.person} />
                  <Interval
                    share={row.share}
                    low={row.low}
                    high={row.high}
                    outerLow={row.sets_low}
                    outerHigh={row.sets_high}
                    colour={colourOf(row.key)}
                  />
                  <span class="figure">{percent(row.share)}</span>
                  <span class="faint range">
                    {row.sets_low !== null && row.sets_high !== null
                      ? `${percent(row.sets_low)} to ${percent(row.sets_high)}`
                      : `${percent(row.low)} to ${percent(row.high)}`}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
