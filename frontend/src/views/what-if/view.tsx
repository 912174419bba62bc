/** What if: one thing changed, all luck kept; two futures side by side. */

import { useCallback, useMemo, useRef, useState } from "preact/hooks";

import { useAsked } from "../../api/client";
import { useJob } from "../../api/job";
import type { Levers, Order, WhatIf } from "../../api/types";
import { Whole } from "../../parts/number";
import { Scenarios } from "../../parts/scenarios";
import { Trouble, Waiting } from "../../parts/waiting";
import { go, type Query, whole } from "../../state/address";
import { FIRST_SCENARIO, MOST_PAIRS, MOST_SEED, PAIRS } from "../../state/limits";
import { Futures } from "./futures";
import { LeverBoard } from "./levers";

const MOST_LEVERS = 12;

export function WhatIfView({ query }: { query: Query }) {
  const scenario = query.scenario ?? FIRST_SCENARIO;
  const seed = whole(query.seed, 0, MOST_SEED, 1);
  const pairs = whole(query.pairs, 1, MOST_PAIRS, PAIRS);
  const asked = useMemo(() => (query.levers ?? "").split(",").filter(Boolean).slice(0, MOST_LEVERS), [query.levers]);
  const [pulled, pull] = useState<readonly string[]>(asked);
  const before = useRef(query.levers);
  if (before.current !== query.levers) {
    before.current = query.levers;
    pull(asked);
  }
  const order = useMemo<Order | null>(
    () =>
      asked.length > 0
        ? { kind: "what-if", scenario, levers: asked, runs: pairs, seed, traits: "recorded", variants: {} }
        : null,
    [scenario, asked, pairs, seed],
  );
  const work = useJob<WhatIf>(order);
  const levers = useAsked<Levers>(`/scenarios/${encodeURIComponent(scenario)}/levers`);
  const current = useRef(query);
  current.current = query;
  const change = useCallback(
    (changes: Query, replace = false) => go("what-if", { ...current.current, ...changes }, { replace }),
    [],
  );
  return (
    <>
      <Scenarios chosen={scenario} choose={(name) => change({ scenario: name, levers: "", month: "" })}>
        <Whole label="Pairs" value={pairs} least={1} most={MOST_PAIRS} set={(n) => change({ pairs: String(n) })} />
        <Whole label="Seed" value={seed} least={0} most={MOST_SEED} set={(n) => change({ seed: String(n) })} />
      </Scenarios>
      <header class="title">
        <h1>What if?</h1>
        <p class="lead">
          Each history is played twice: as it was, and with what you change. Past and luck are the same in both, so whatever
          differs was brought about by the change.
        </p>
      </header>
      {levers.trouble && <Trouble said={levers.trouble} />}
      {levers.value && (
        <LeverBoard
          levers={levers.value.levers}
          pulled={pulled}
          pull={pull}
          asked={asked}
          play={() => change({ levers: pulled.join(","), month: "" })}
        />
      )}
      {order && (work.result ? <Futures result={work.result} order={order} query={query} change={change} /> : <Waiting work={work} of="pairs of histories" />)}
    </>
  );
}
