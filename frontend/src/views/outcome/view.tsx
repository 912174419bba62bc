/** How often each person led, over time: many histories of one scenario, with what luck leaves open. */

import { useCallback, useMemo, useRef } from "preact/hooks";

import { useJob } from "../../api/job";
import type { Ensemble, Order } from "../../api/types";
import { monthNumber } from "../../drawing/months";
import { sharesOverTime } from "../../drawing/shares";
import { spelled } from "../../drawing/words";
import { Whole } from "../../parts/number";
import { Scenarios } from "../../parts/scenarios";
import { Segments } from "../../parts/segments";
import { Save } from "../../parts/save";
import { Waiting } from "../../parts/waiting";
import { Term } from "../../parts/term";
import { go, type Query, whole } from "../../state/address";
import { FIRST_SCENARIO, MOST_RUNS, MOST_SEED, RUNS } from "../../state/limits";
import { useMonth } from "../../state/month";
import { ReportCard } from "./card";
import { Falls } from "./falls";
import { Finish } from "./finish";
import { MonthCard } from "./month";
import { OverTime } from "../../charts/over-time";
import { VotesCompared } from "./votes";

const YARDSTICKS = [
  ["conduct", "by conduct"],
  ["power", "by power"],
] as const;
const SHAPES = [
  ["stack", "Stacked"],
  ["lines", "With intervals"],
] as const;

export function OutcomeView({ query }: { query: Query }) {
  const scenario = query.scenario ?? FIRST_SCENARIO;
  const runs = whole(query.runs, 1, MOST_RUNS, RUNS);
  const seed = whole(query.seed, 0, MOST_SEED, 1);
  const order = useMemo<Order>(
    () => ({ kind: "ensemble", scenario, runs, seed, traits: "recorded", variants: {} }),
    [scenario, runs, seed],
  );
  const work = useJob<Ensemble>(order);
  const change = (changes: Query, replace = false) => go("outcome", { ...query, ...changes }, { replace });
  return (
    <>
      <Scenarios chosen={scenario} choose={(name) => change({ scenario: name, month: "", who: "" })}>
        <Whole label="Runs" value={runs} most={MOST_RUNS} least={1} set={(n) => change({ runs: String(n) })} />
        <Whole label="Seed" value={seed} most={MOST_SEED} least={0} set={(n) => change({ seed: String(n) })} />
      </Scenarios>
      {work.result ? (
        <Shown result={work.result} order={order} query={query} change={change} />
      ) : (
        <Waiting work={work} />
      )}
    </>
  );
}

type ShownProps = {
  result: Ensemble;
  order: Order;
  query: Query;
  change: (changes: Query, replace?: boolean) => void;
};

function Shown({ result, order, query, change }: ShownProps) {
  const yardstick = query.by === "power" ? "power" : "conduct";
  const shape = query.as === "lines" ? "lines" : "stack";
  const latest = useRef(query);
  latest.current = query;
  const write = useCallback((to: string) => go("outcome", { ...latest.current, month: to }, { replace: true }), []);
  const [month, move] = useMonth(query.month, result.start, result.end, write);
  const series = useMemo(
    () => sharesOverTime(result.over_time, yardstick, result.start, result.end),
    [result, yardstick],
  );
  const drawing = useRef<HTMLDivElement>(null);
  return (
    <>
      <header class="title">
        <h1>{result.title}</h1>
        <p class="lead">{spelled(result.conclusion.split("; assumed:")[0]!)}.</p>
      </header>
      <section class="card" aria-labelledby="over-time">
        <div class="head">
          <h2 id="over-time">
            Who leads, <Term word={yardstick === "conduct" ? "by conduct" : "by power"} />: share of runs
          </h2>
          <div class="tools">
            <Segments label="Yardstick" options={YARDSTICKS} value={yardstick} choose={(by) => change({ by }, true)} />
            <Segments label="Drawn" options={SHAPES} value={shape} choose={(as) => change({ as }, true)} />
            <Save
              name={`apparat-${result.scenario}-leaders`}
              picture={() => drawing.current?.querySelector("svg")}
              rows={() => result.over_time}
              whole={result}
              order={order}
              table="over_time"
            />
          </div>
        </div>
        <div ref={drawing}>
          <OverTime
            series={series}
            start={result.start}
            end={result.end}
            losses={result.losses}
            shape={shape}
            month={month}
            choose={(to, who) => (who === undefined ? move(monthNumber(to)) : change({ month: to, who: String(who) }, true))}
          />
        </div>
        <MonthCard result={result} order={order} yardstick={yardstick} month={month} rested={query.month ?? result.end} who={query.who} change={change} />
      </section>
      <div class="columns">
        <Finish result={result} />
        <Falls result={result} />
      </div>
      <VotesCompared result={result} />
      <ReportCard scenario={order.scenario} seed={order.seed} asked={query.card !== undefined} target={query.target} change={change} />
      <footer class="origin">
        <p>
          {result.calibrated ? "Calibrated" : "Uncalibrated"}, {result.traits} traits, seed {result.seed},{" "}
          {result.runs} runs with {result.parameter_sets} sets of parameters. Digest {result.digest.slice(0, 16)}.
        </p>
        <details>
          <summary>What the answer rests on</summary>
          <ul>
            {result.assumptions.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </details>
      </footer>
    </>
  );
}
