/** One history, month by month: what happened, who could count on whom, and how votes went. */

import { useCallback, useMemo, useRef } from "preact/hooks";

import { useJob } from "../../api/job";
import type { Order, Story } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { monthName, monthNumber } from "../../drawing/months";
import { grouped } from "../../drawing/numbers";
import { Whole } from "../../parts/number";
import { Save } from "../../parts/save";
import { Scenarios } from "../../parts/scenarios";
import { Scrubber, type Stretch } from "../../parts/scrubber";
import { Term } from "../../parts/term";
import { Waiting } from "../../parts/waiting";
import { go, type Query, whole } from "../../state/address";
import { FIRST_SCENARIO, MOST_RUN, MOST_SEED } from "../../state/limits";
import { useMonth } from "../../state/month";
import { ControlCard } from "./control";
import { Journal } from "./journal";

export function RunView({ query }: { query: Query }) {
  const scenario = query.scenario ?? FIRST_SCENARIO;
  const seed = whole(query.seed, 0, MOST_SEED, 1);
  const run = whole(query.run, 0, MOST_RUN, 0);
  const order = useMemo<Order>(
    () => ({ kind: "run", scenario, seed, run, traits: "recorded", variants: {} }),
    [scenario, seed, run],
  );
  const work = useJob<Story>(order);
  const current = useRef(query);
  current.current = query;
  const change = useCallback(
    (changes: Query, replace = false) => go("run", { ...current.current, ...changes }, { replace }),
    [],
  );
  const next = (number: number) => change({ run: String(number) });
  return (
    <>
      <Scenarios chosen={scenario} choose={(name) => change({ scenario: name, month: "" })}>
        <Whole label="Seed" value={seed} least={0} most={MOST_SEED} set={(n) => change({ seed: String(n) })} />
        <Whole label="Run" value={run} least={0} most={MOST_RUN} set={next} />
        <button type="button" class="quiet" disabled={run === 0} onClick={() => next(run - 1)}>
          Previous
        </button>
        <button type="button" class="quiet" onClick={() => next(run + 1)}>
          Next
        </button>
      </Scenarios>
      {work.result ? <Told story={work.result} query={query} change={change} /> : <Waiting work={work} of="months" />}
    </>
  );
}

type ToldProps = { story: Story; query: Query; change: (changes: Query, replace?: boolean) => void };

function Told({ story, query, change }: ToldProps) {
  const { run } = story;
  const write = useCallback((to: string) => change({ month: to }, true), [change]);
  const [month, move] = useMonth(query.month ?? run.start, run.start, run.end, write);
  const keys = useMemo(() => new Map(run.control.map((row) => [row.person, row.key])), [run]);
  const stretches = useMemo(() => led(story, keys), [story, keys]);
  const ticks = useMemo(
    () => [...new Set(story.lines.filter((line) => line.turning_point).map((line) => monthNumber(line.month)))],
    [story],
  );
  const now = run.months.find((row) => row.month === month);
  return (
    <>
      <header class="title with-tools">
        <div>
          <h1>{run.title}</h1>
          <p class="lead">
            Run {grouped(run.run)} under seed {run.seed}: one of the histories that the model can draw, not a forecast. At
            the end {run.leaders[0]?.person === "collective leadership" ? "nobody leads alone" : `${run.leaders[0]?.person} leads`}
            , judged by conduct.
          </p>
        </div>
        <Save name={`apparat-${run.scenario}-${run.seed}-${run.run}`} rows={() => story.lines} whole={story} />
      </header>
      <section class="card steer" aria-label="Month by month">
        <Scrubber {...{ month, move, stretches, ticks }} start={run.start} end={run.end} />
        {now && (
          <dl class="now">
            <Led word="by conduct" name={now.conduct} id={keys.get(now.conduct) ?? 0} />
            <Led word="by power" name={now.power} id={keys.get(now.power) ?? 0} />
            <Led word="no alternative left" name={now.no_alternative_left} id={keys.get(now.no_alternative_left) ?? 0} />
            <div>
              <dt>Chief secretary</dt>
              <dd>{now.chief ?? "nobody"}</dd>
            </div>
          </dl>
        )}
      </section>
      <div class="run-columns">
        <Journal story={story} month={month} filter={query.show} change={change} move={move} />
        <ControlCard control={run.control} start={run.start} end={run.end} month={month} move={move} />
      </div>
      <footer class="origin">
        <p>
          {grouped(run.appointments)} posts were filled in this run. Digest {run.digest}; the same again:{" "}
          <code>{run.command}</code>
        </p>
      </footer>
    </>
  );
}

function Led({ word, name, id }: { word: string; name: string; id: number }) {
  return (
    <div>
      <dt>
        Leads <Term word={word} />
      </dt>
      <dd>
        <span class="swatch" style={{ background: colourOf(id) }} /> {name}
      </dd>
    </div>
  );
}

/** Who leads by conduct, as stretches of months. */
function led({ run }: Story, keys: ReadonlyMap<string, number>): Stretch[] {
  const found: { from: number; to: number; colour: string; name: string }[] = [];
  for (const row of run.months) {
    const at = monthNumber(row.month);
    const before = found.at(-1);
    if (before?.name === row.conduct) before.to = at + 1;
    else found.push({ from: at, to: at + 1, name: row.conduct, colour: colourOf(keys.get(row.conduct) ?? 0) });
  }
  return found.map((one) => ({ ...one, said: `${one.name}, from ${monthName(run.start)}` }));
}
