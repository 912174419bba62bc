/** What each cause contributed: a waterfall from no cause to all of them, computed when it is asked for. */

import { useMemo } from "preact/hooks";

import { useFigures } from "../../api/figures";
import { useJob } from "../../api/job";
import type { Explanation, Order } from "../../api/types";
import { Figure } from "../../charts/figure";
import { grouped } from "../../drawing/numbers";
import { Save } from "../../parts/save";
import { Sources } from "../../parts/sources";
import { Term } from "../../parts/term";
import { Waiting } from "../../parts/waiting";
import type { Query } from "../../state/address";

const RUNS = 40;

type Props = { scenario: string; seed: number; asked: boolean; change: (changes: Query, replace?: boolean) => void };

export function Causes({ scenario, seed, asked, change }: Props) {
  return (
    <section class="card" aria-labelledby="causes">
      <h2 id="causes">What each cause contributed</h2>
      {asked ? (
        <Shown scenario={scenario} seed={seed} />
      ) : (
        <div class="offer">
          <p>
            Was it the machine, rivals' mistakes, doctrine, or luck? Every combination of causes is played under the same
            luck; a cause's <Term word="contribution" /> is what it adds, whichever come before it. This takes minutes, and
            can be stopped and gone on with.
          </p>
          <button type="button" onClick={() => change({ causes: "1" })}>
            Weigh the causes
          </button>
        </div>
      )}
    </section>
  );
}

function Shown({ scenario, seed }: { scenario: string; seed: number }) {
  const order = useMemo<Order>(
    () => ({ kind: "explain", scenario, runs: RUNS, seed, traits: "recorded", variants: {} }),
    [scenario, seed],
  );
  const work = useJob<Explanation>(order);
  const figures = useFigures(order, work.result !== null);
  if (!work.result) return <Waiting work={work} of="histories, each with every combination of causes," />;
  const found = work.result;
  return (
    <>
      <div class="head">
        <p class="answer">{found.conclusion}</p>
        <Save name={`apparat-${scenario}-causes`} rows={() => found.contributions} whole={found} order={order} table="contributions" />
      </div>
      {figures?.map((figure) => <Figure key={figure.title} figure={figure} />)}
      <h3>The causes, and what stands for their absence</h3>
      <dl class="causes">
        {found.causes.map((cause) => (
          <div key={cause.cause}>
            <dt>{cause.name}</dt>
            <dd>
              {cause.about} <em>Without it:</em> {cause.neutral} <em>Why so:</em> {cause.why} <Sources references={cause.because} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="faint">
        {grouped(found.runs)} runs, {grouped(found.histories)} histories. The same again: <code>{found.command}</code>
      </p>
    </>
  );
}
