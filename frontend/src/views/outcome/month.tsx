/** One month of many histories: each person's share with its interval, and the runs behind it. */

import { useEffect, useState } from "preact/hooks";

import { ask, send } from "../../api/client";
import type { Ensemble, Job, Order, RunsLed } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { monthName } from "../../drawing/months";
import { grouped, percent } from "../../drawing/numbers";
import { Interval } from "../../parts/interval";
import { Link } from "../../parts/link";
import { Person } from "../../parts/person";
import type { Query } from "../../state/address";

const ROWS = 8;

type Props = {
  result: Ensemble;
  order: Order;
  yardstick: "conduct" | "power";
  month: string;
  /** The month at which the hand came to rest: only then are its runs asked for. */
  rested: string;
  who: string | undefined;
  change: (changes: Query, replace?: boolean) => void;
};

export function MonthCard({ result, order, yardstick, month, rested, who, change }: Props) {
  const rows = result.over_time.filter((row) => row.month === month && row.yardstick === yardstick);
  const chosen = rows.find((row) => String(row.key) === who) ?? rows[0];
  return (
    <div class="month-card">
      <div>
        <h3>{monthName(month)}</h3>
        <ul class="shares">
          {rows.slice(0, ROWS).map((row) => (
            <li key={row.key}>
              <button
                type="button"
                class="row"
                aria-pressed={row.key === chosen?.key}
                onClick={() => change({ who: String(row.key) }, true)}
              >
                <Person id={row.key} name={row.person} />
                <Interval share={row.share} low={row.low} high={row.high} colour={colourOf(row.key)} />
                <span class="figure">{percent(row.share)}</span>
                <span class="faint range">
                  {percent(row.low)} to {percent(row.high)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {chosen && <Runs {...{ result, order, yardstick }} month={rested} who={chosen.key} name={chosen.person} />}
    </div>
  );
}

type RunsProps = { result: Ensemble; order: Order; yardstick: string; month: string; who: number; name: string };

function Runs({ result, order, yardstick, month, who, name }: RunsProps) {
  const [led, set] = useState<RunsLed | null>(null);
  useEffect(() => {
    let wanted = true;
    set(null);
    // The order leads to its runs; its job is done, so that asking starts nothing.
    send<Job>("/jobs", order)
      .then((job) => ask<RunsLed>(`/jobs/${job.id}/runs?month=${month}&key=${who}&yardstick=${yardstick}`))
      .then(
        (found) => wanted && set(found),
        () => wanted && set(null),
      );
    return () => {
      wanted = false;
    };
  }, [order, month, who, yardstick]);
  return (
    <div class="runs-led">
      <h3>
        {led ? grouped(led.runs) : "…"} of {grouped(result.runs)} runs: {name}
      </h3>
      <p class="faint">In {monthName(month)}. Open one and read how it came about.</p>
      <ul class="chips">
        {led?.shown.slice(0, 48).map((run) => (
          <li key={run}>
            <Link
              view="run"
              query={{ scenario: order.scenario, seed: String(order.seed), run: String(run), month }}
              title={`Run ${run}`}
            >
              {run}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
