/** One history, month by month: what happened and why, who made whom, who could count on whom, and how votes went. */

import { useCallback, useMemo, useRef } from "preact/hooks";

import type { Story } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { monthNumber } from "../../drawing/months";
import { grouped } from "../../drawing/numbers";
import { indexed } from "../../drawing/standing";
import { Link } from "../../parts/link";
import { type OneRun, RunBar, useRun } from "../../parts/one-run";
import { Save } from "../../parts/save";
import { Scrubber } from "../../parts/scrubber";
import { Term } from "../../parts/term";
import { Turn } from "../../parts/turn";
import { Waiting } from "../../parts/waiting";
import { go, type Query, whole } from "../../state/address";
import { MOST_RUN } from "../../state/limits";
import { useMonth } from "../../state/month";
import { ControlCard } from "./control";
import { Journal } from "./journal";
import { led } from "./led";
import { PatronageCard } from "./patronage/card";
import { Sheet } from "./sheet";
import { WhyCard } from "./why/card";

/** What another run does not have. */
const GONE = { why: "", tree: "" };

export function RunView({ query }: { query: Query }) {
  const asked = useRun(query);
  const current = useRef(query);
  current.current = query;
  const change = useCallback(
    (changes: Query, replace = false) => go("run", { ...current.current, ...changes }, { replace }),
    [],
  );
  const { work } = asked;
  return (
    <>
      <RunBar asked={asked} change={change} gone={GONE} />
      {work.result ? <Told asked={asked} story={work.result} query={query} change={change} /> : <Waiting work={work} of="months" />}
    </>
  );
}

type ToldProps = { asked: OneRun; story: Story; query: Query; change: (changes: Query, replace?: boolean) => void };

function Told({ asked, story, query, change }: ToldProps) {
  const { run } = story;
  const write = useCallback((to: string) => change({ month: to }, true), [change]);
  const [month, move] = useMonth(query.month ?? run.start, run.start, run.end, write);
  const keys = useMemo(() => new Map(story.standing.people.map((one) => [one.name, one.key])), [story]);
  const index = useMemo(() => indexed(story.standing), [story]);
  const leaders = useMemo(() => led(story, keys), [story, keys]);
  const ticks = useMemo(
    () => [...new Set(story.lines.filter((line) => line.turning_point).map((line) => monthNumber(line.month)))],
    [story],
  );
  const now = run.months.find((row) => row.month === month);
  const first = monthNumber(run.start);
  const why = query.why === undefined ? null : whole(query.why, 0, MOST_RUN, 0);
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
        <Save
          name={`apparat-${run.scenario}-${run.seed}-${run.run}`}
          sheet={() => <Sheet {...{ story, leaders, month }} />}
          rows={() => story.lines}
          whole={story}
          order={asked.order}
          table="lines"
        />
      </header>
      <section class="card steer" aria-label="Month by month">
        <Scrubber {...{ month, move, ticks }} stretches={leaders} start={run.start} end={run.end} />
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
      {why !== null && (
        <WhyCard
          {...{ asked }}
          event={why}
          said={story.lines.find((line) => line.event === why)?.said}
          close={() => change({ why: "" }, true)}
        />
      )}
      <div class="run-columns">
        <Turn of={month} also={[story, query.show, why]}>
          {(month) => <Journal story={story} month={month} filter={query.show} asked={why} change={change} move={move} />}
        </Turn>
        <ControlCard control={run.control} start={run.start} end={run.end} month={month} move={move} />
      </div>
      <Turn of={month} also={[index, query.tree, asked.order]}>
        {(month) => (
          <PatronageCard {...{ index, month, query, change }} at={monthNumber(month) - first} start={run.start} order={asked.order} />
        )}
      </Turn>
      <footer class="origin">
        <p>
          {grouped(run.appointments)} posts were filled in this run;{" "}
          <Link view="house" query={{ scenario: run.scenario, seed: String(run.seed), run: String(run.run), month, as: "practice" }}>
            see who filled them
          </Link>
          . Digest {run.digest}; the same again: <code>{run.command}</code>
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
