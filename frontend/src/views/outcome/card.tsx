/** The report card: what the record says beside what the model says, and where it fails. */

import { useEffect, useMemo, useRef } from "preact/hooks";

import { useFigures } from "../../api/figures";
import { useJob } from "../../api/job";
import type { Card, Order } from "../../api/types";
import { Figure } from "../../charts/figure";
import { percent } from "../../drawing/numbers";
import { spelled } from "../../drawing/words";
import { Save } from "../../parts/save";
import { Sources } from "../../parts/sources";
import { Term } from "../../parts/term";
import { Waiting } from "../../parts/waiting";
import type { Query } from "../../state/address";

const RUNS = 60;
const FAILURES = 6;

type Target = Card["targets"][number];
type Props = { scenario: string; seed: number; asked: boolean; target: string | undefined; change: (changes: Query, replace?: boolean) => void };

export function ReportCard({ scenario, seed, asked, target, change }: Props) {
  return (
    <section class="card" aria-labelledby="card">
      <h2 id="card">Report card</h2>
      {asked ? (
        <Shown scenario={scenario} seed={seed} target={target} />
      ) : (
        <div class="offer">
          <p>
            Can it be trusted? The model is held to every figure of the record that it can be measured by: votes, seats,
            members, dates. Most of them were <Term word="held back" /> from fitting, so that they can judge it.
          </p>
          <button type="button" onClick={() => change({ card: "1" })}>
            Hold it to the record
          </button>
        </div>
      )}
    </section>
  );
}

function Shown({ scenario, seed, target }: Pick<Props, "scenario" | "seed" | "target">) {
  const order = useMemo<Order>(
    () => ({ kind: "validate", scenario, runs: RUNS, seed, traits: "recorded", variants: {} }),
    [scenario, seed],
  );
  const work = useJob<Card>(order);
  const figures = useFigures(order, work.result !== null);
  if (!work.result) return <Waiting work={work} />;
  const card = work.result;
  const held = card.targets.filter((row) => row.role === "validation");
  return (
    <>
      <div class="head">
        <Tally held={held} />
        <Save name={`apparat-${scenario}-card`} rows={() => card.targets} whole={card} order={order} table="targets" />
      </div>
      <p>{spelled(card.conclusion)}</p>
      {card.failures.length > 0 && (
        <>
          <h3>Where it fails</h3>
          <ul class="failures">
            {card.failures.slice(0, FAILURES).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      )}
      {figures?.map((figure) => <Figure key={figure.title} figure={figure} />)}
      <Targets rows={card.targets} sought={target} />
    </>
  );
}

/** Every figure held back as a mark: inside the range of nine tenths of the runs, outside, or not measured. */
function Tally({ held }: { held: readonly Target[] }) {
  const inside = held.filter((row) => row.verdict === "inside").length;
  return (
    <div class="tally">
      <p class="figure-large">{held.length ? percent(inside / held.length) : "none"}</p>
      <div>
        <p>
          {inside} of {held.length} figures held back lie where nine tenths of the runs do. 90 % would be right.
        </p>
        <ul class="marks-row" aria-hidden="true">
          {[...held].sort((a, b) => (a.verdict < b.verdict ? -1 : 1)).map((row) => (
            <li key={row.target} class={row.verdict.replace(" ", "-")} title={`${row.target}: ${row.verdict}`} />
          ))}
        </ul>
      </div>
    </div>
  );
}

const ROLES: Record<Target["role"], string> = {
  validation: "held back",
  calibration: "fitted to",
  shown: "shown only",
};

/** Every figure; the one that was sought is marked, and brought into sight. */
function Targets({ rows, sought }: { rows: readonly Target[]; sought: string | undefined }) {
  const found = useRef<HTMLTableRowElement>(null);
  useEffect(() => found.current?.scrollIntoView({ block: "center" }), [sought]);
  return (
    <details class="targets" open={sought !== undefined}>
      <summary>All {rows.length} figures, one by one</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label="Figures of the record">
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Record</th>
              <th scope="col">Model</th>
              <th scope="col">Used as</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.target} ref={row.target === sought ? found : null} aria-current={row.target === sought}>
                <th scope="row">
                  {row.target} ({row.date})
                  <span class="faint">
                    {row.why} <Sources references={row.because} />
                  </span>
                </th>
                <td>{row.recorded}</td>
                <td>{row.model}</td>
                <td>{ROLES[row.role]}</td>
                <td>
                  <span class={`verdict ${row.verdict.replace(" ", "-")}`}>{row.verdict}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
