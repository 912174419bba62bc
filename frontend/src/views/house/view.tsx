/** The house of power: who elects, appoints and directs whom, on paper and in practice, month by month. */

import { useCallback, useMemo, useRef } from "preact/hooks";

import { useAsked } from "../../api/client";
import type { Institutions, Months, Scenarios as Known, Story } from "../../api/types";
import { monthNumber } from "../../drawing/months";
import { indexed } from "../../drawing/standing";
import { type OneRun, RunBar, useRun } from "../../parts/one-run";
import { Scrubber } from "../../parts/scrubber";
import { Trouble, Waiting } from "../../parts/waiting";
import { go, type Query } from "../../state/address";
import { useMonth } from "../../state/month";
import { Drawn } from "./drawn";

export function HouseView({ query }: { query: Query }) {
  const asked = useRun(query);
  const { scenario, work } = asked;
  const current = useRef(query);
  current.current = query;
  const change = useCallback(
    (changes: Query, replace = false) => go("house", { ...current.current, ...changes }, { replace }),
    [],
  );
  const known = useAsked<Known>("/scenarios").value?.scenarios.find((one) => one.scenario === scenario);
  const months = useAsked<Months>(`/scenarios/${encodeURIComponent(scenario)}/constitution/months`);
  return (
    <>
      <RunBar asked={asked} change={change} gone={{}} />
      <header class="title">
        <h1>The house of power</h1>
        <p class="lead">
          The same bodies, drawn twice. On paper, power rises: members elect, and those elected answer to them. In practice it
          comes down: whoever fills posts fills the congress that elects him.
        </p>
      </header>
      {months.trouble && <Trouble said={months.trouble} />}
      {!work.result && (work.trouble || work.lost || work.job) && <Waiting work={work} of="months" />}
      {months.value && known && (
        <Scrubbed {...{ asked, query, change }} story={work.result} months={months.value} first={known.first} last={known.last} />
      )}
    </>
  );
}

type ScrubbedProps = {
  asked: OneRun;
  story: Story | null;
  query: Query;
  change: (changes: Query, replace?: boolean) => void;
  months: Months;
  first: string;
  last: string;
};

function Scrubbed({ asked, story, query, change, months, first, last }: ScrubbedProps) {
  const write = useCallback((month: string) => change({ month }, true), [change]);
  const [month, move] = useMonth(query.month ?? first, first, last, write);
  // Institutions stand still between the months in which something changes.
  const since = months.turning_points.findLast((point) => point <= month) ?? first;
  const path = `/scenarios/${encodeURIComponent(asked.scenario)}/constitution?month=${since}`;
  const { value, trouble } = useAsked<Institutions>(path);
  const shown = useRef<Institutions | null>(null);
  if (value) shown.current = value;
  const now = value ?? shown.current;
  const index = useMemo(() => (story ? indexed(story.standing) : null), [story]);
  const ticks = useMemo(
    () => months.turning_points.filter((point) => first <= point && point <= last).map(monthNumber),
    [months, first, last],
  );
  if (trouble) return <Trouble said={trouble} />;
  return (
    <>
      <section class="card steer" aria-label="Month by month">
        <Scrubber {...{ month, move, ticks }} start={first} end={last} />
      </section>
      {now && <Drawn {...{ now, index, month, query, change, asked }} at={monthNumber(month) - monthNumber(first)} />}
    </>
  );
}
