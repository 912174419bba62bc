/** What if: one thing changed, all luck kept; two futures side by side. */

import { useCallback, useMemo, useRef, useState } from "preact/hooks";

import { useAsked } from "../../api/client";
import { useJob } from "../../api/job";
import type { Dial, Dials, Levers, Order, Scenarios as Stories, WhatIf } from "../../api/types";
import { Whole } from "../../parts/number";
import { Scenarios } from "../../parts/scenarios";
import { Trouble, Waiting } from "../../parts/waiting";
import { go, type Query, whole } from "../../state/address";
import { asked, isNothing, written } from "../../state/change";
import { FIRST_SCENARIO, MOST_PAIRS, MOST_SEED, PAIRS } from "../../state/limits";
import { Causes } from "./causes";
import { Futures } from "./futures";
import { LeverBoard } from "./levers";

const NO_DIALS: readonly Dial[] = [];

export function WhatIfView({ query }: { query: Query }) {
  const scenario = query.scenario ?? FIRST_SCENARIO;
  const seed = whole(query.seed, 0, MOST_SEED, 1);
  const pairs = whole(query.pairs, 1, MOST_PAIRS, PAIRS);
  const change = useMemo(() => asked(query), [query.levers, query.set, query.since]);
  const [chosen, choose] = useState(change);
  const before = useRef(change);
  if (before.current !== change) {
    before.current = change;
    choose(change);
  }
  const order = useMemo<Order | null>(
    () =>
      isNothing(change)
        ? null
        : {
            kind: "what-if",
            scenario,
            levers: [...change.levers],
            settings: [...change.settings],
            since: change.settings.length && change.since ? change.since : null,
            runs: pairs,
            seed,
            traits: "recorded",
            variants: {},
          },
    [scenario, change, pairs, seed],
  );
  const work = useJob<WhatIf>(order);
  const levers = useAsked<Levers>(`/scenarios/${encodeURIComponent(scenario)}/levers`);
  const dials = useAsked<Dials>(`/scenarios/${encodeURIComponent(scenario)}/dials`);
  const stories = useAsked<Stories>("/scenarios");
  const story = stories.value?.scenarios.find((one) => one.scenario === scenario);
  const current = useRef(query);
  current.current = query;
  const follow = useCallback(
    (changes: Query, replace = false) => go("what-if", { ...current.current, ...changes }, { replace }),
    [],
  );
  return (
    <>
      <Scenarios chosen={scenario} choose={(name) => follow({ scenario: name, levers: "", set: "", since: "", month: "" })}>
        <Whole label="Pairs" value={pairs} least={1} most={MOST_PAIRS} set={(n) => follow({ pairs: String(n) })} />
        <Whole label="Seed" value={seed} least={0} most={MOST_SEED} set={(n) => follow({ seed: String(n) })} />
      </Scenarios>
      <header class="title">
        <h1>What if?</h1>
        <p class="lead">
          Each history is played twice: as it was, and with what you change. Past and luck are the same in both, so whatever
          differs was brought about by the change.
        </p>
      </header>
      {levers.trouble && <Trouble said={levers.trouble} />}
      {levers.value && story && (
        <LeverBoard
          levers={levers.value.levers}
          dials={dials.value?.dials ?? NO_DIALS}
          span={[story.first, story.last]}
          change={chosen}
          asked={change}
          sought={query.find ?? ""}
          alter={choose}
          play={() => follow({ ...written(chosen), month: "" })}
        />
      )}
      {order && (work.result ? <Futures result={work.result} order={order} query={query} change={follow} /> : <Waiting work={work} of="pairs of histories" />)}
      <Causes scenario={scenario} seed={seed} asked={query.causes !== undefined} change={follow} />
    </>
  );
}
