/** The house of power: who elects, appoints and directs whom, on paper and in practice, month by month. */

import { useCallback, useMemo, useRef, useState } from "preact/hooks";

import { useAsked } from "../../api/client";
import type { Institutions, Months, Opening, Scenarios as Known } from "../../api/types";
import { monthName, monthNumber } from "../../drawing/months";
import { Save } from "../../parts/save";
import { Scenarios } from "../../parts/scenarios";
import { Scrubber } from "../../parts/scrubber";
import { Segments } from "../../parts/segments";
import { Trouble } from "../../parts/waiting";
import { go, type Query } from "../../state/address";
import { FIRST_SCENARIO } from "../../state/limits";
import { useMonth } from "../../state/month";
import { Plan } from "./plan";
import { RoomCard } from "./room";

const STANDINGS = [
  ["theory", "On paper"],
  ["practice", "In practice"],
] as const;

export function HouseView({ query }: { query: Query }) {
  const scenario = query.scenario ?? FIRST_SCENARIO;
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
      <Scenarios chosen={scenario} choose={(name) => change({ scenario: name, month: "", room: "" })} />
      <header class="title">
        <h1>The house of power</h1>
        <p class="lead">
          The same bodies, drawn twice. On paper, power rises: members elect, and those elected answer to them. In practice it
          comes down: whoever fills posts fills the congress that elects him.
        </p>
      </header>
      {months.trouble && <Trouble said={months.trouble} />}
      {months.value && known && <Drawn {...{ scenario, query, change }} months={months.value} first={known.first} last={known.last} />}
    </>
  );
}

type DrawnProps = {
  scenario: string;
  query: Query;
  change: (changes: Query, replace?: boolean) => void;
  months: Months;
  first: string;
  last: string;
};

function Drawn({ scenario, query, change, months, first, last }: DrawnProps) {
  const standing = query.as === "practice" ? "practice" : "theory";
  const write = useCallback((month: string) => change({ month }, true), [change]);
  const [month, move] = useMonth(query.month ?? first, first, last, write);
  // Institutions stand still between the months in which something changes.
  const since = months.turning_points.findLast((point) => point <= month) ?? first;
  const asked = `/scenarios/${encodeURIComponent(scenario)}/constitution?month=${since}`;
  const { value, trouble } = useAsked<Institutions>(asked);
  const shown = useRef<Institutions | null>(null);
  if (value) shown.current = value;
  const now = value ?? shown.current;
  const opening = useAsked<Opening>(`/scenarios/${encodeURIComponent(scenario)}/opening`).value;
  const [pointed, point] = useState<string | null>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const chosen = pointed ?? query.room ?? null;
  const ticks = useMemo(
    () => months.turning_points.filter((point_) => first <= point_ && point_ <= last).map(monthNumber),
    [months, first, last],
  );
  if (trouble) return <Trouble said={trouble} />;
  return (
    <>
      <section class="card steer" aria-label="Month by month">
        <Scrubber {...{ month, move, ticks }} start={first} end={last} />
      </section>
      <section class="card" aria-labelledby="plan">
        <div class="head">
          <h2 id="plan">
            {monthName(month)}, {standing === "theory" ? "on paper" : "in practice"}
          </h2>
          <div class="tools">
            <Segments label="Drawn" options={STANDINGS} value={standing} choose={(as) => change({ as }, true)} />
            <Save
              name={`apparat-${scenario}-house-${month}`}
              picture={() => drawing.current?.querySelector("svg")}
              rows={() => now?.edges ?? []}
              whole={now}
            />
          </div>
        </div>
        <div ref={drawing}>
          {now && (
            <Plan now={now} standing={standing} chosen={chosen} point={point} choose={(room) => change({ room }, true)} />
          )}
        </div>
        <p class="faint note">
          A dot is a seat, ten of a body with more than 150. The broader an arrow, the more posts it fills. Choose a body to
          read its powers and their sources.
        </p>
        <ul class="legend faint">
          <li class="elects">elects</li>
          <li class="appoints">appoints, dismisses, prepares lists</li>
          <li class="directs">commands, sets the agenda</li>
          <li class="watches">supervises, hears reports</li>
        </ul>
      </section>
      {now && <RoomCard now={now} opening={month === first ? opening : null} room={query.room ?? "politburo"} standing={standing} />}
    </>
  );
}
