/** The house as drawn in a month, what one points at in it, and the body that one has chosen. */

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";

import type { Institutions } from "../../api/types";
import { byNobody, type Flow, flowsOf, keyOf } from "../../drawing/flows";
import { house, type House, type Standing } from "../../drawing/house";
import { monthName } from "../../drawing/months";
import { grouped } from "../../drawing/numbers";
import { sharing } from "../../drawing/same";
import type { Index } from "../../drawing/standing";
import { useWidth } from "../../parts/measure";
import type { OneRun } from "../../parts/one-run";
import { Save } from "../../parts/save";
import { Segments } from "../../parts/segments";
import { Turn } from "../../parts/turn";
import type { Query } from "../../state/address";
import { Caption } from "./caption";
import { Plan, type Pointed } from "./plan";
import { RoomCard } from "./room";

const STANDINGS = [
  ["theory", "On paper"],
  ["practice", "In practice"],
] as const;
/** Pixels below which names would run into one another: a narrower screen scrolls sideways in the plan. */
const LEAST = 1060;
const FIRST_ROOM = "politburo";

type Props = {
  now: Institutions;
  index: Index | null;
  month: string;
  /** The month, counted from the run's first. */
  at: number;
  asked: OneRun;
  query: Query;
  change: (changes: Query, replace?: boolean) => void;
};

export function Drawn({ now, index, month, at, asked, query, change }: Props) {
  const standing: Standing = query.as === "practice" ? "practice" : "theory";
  const [place, width] = useWidth<HTMLDivElement>();
  const drawn = Math.max(width, LEAST);
  const built = useBuilt(now, index, drawn);
  const { plan, flows } = built;
  const moment = useMemo(() => ({ ...built, at }), [built, at]);
  // Another width, or another run, waits for no turn.
  const current = (turned: typeof moment) => (turned.drawn === drawn && turned.index === index ? turned : moment);
  const nobody = useMemo(() => (index ? byNobody(index.standing) : null), [index]);
  const [pointed, point] = useState<Pointed>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const choose = useCallback((room: string) => change({ room }, true), [change]);
  // On a narrow screen, the room that the address names is brought into sight.
  useEffect(() => {
    const named = plan.rooms.find((room) => room.id === (query.room ?? FIRST_ROOM));
    if (place.current && named) place.current.scrollLeft = named.x - width / 2;
  }, [width > 0]);
  return (
    <>
      <section class="card" aria-labelledby="plan">
        <div class="head">
          <h2 id="plan">
            {monthName(month)}, {standing === "theory" ? "on paper" : "in practice"}
          </h2>
          <div class="tools">
            <Segments label="Drawn" options={STANDINGS} value={standing} choose={(as) => change({ as }, true)} />
            <Save
              name={`apparat-${asked.scenario}-house-${month}`}
              picture={() => drawing.current?.querySelector("svg")}
              rows={() => flows.map(({ filled, ...flow }) => ({ month, ...flow, places: filled?.[at] ?? null }))}
              whole={{ month, institutions: now, standing: index?.standing }}
              order={asked.order}
              table="filled"
            />
          </div>
        </div>
        <div ref={drawing}>
          <div class="plan" ref={place} tabIndex={0} role="region" aria-label="The plan">
            <Turn of={moment} also={[index, drawn, standing, choose, width > 0, pointed?.room, query.room]}>
              {(turned) => width > 0 && <Plan {...current(turned)} {...{ standing, point, choose }} chosen={pointed?.room ?? query.room ?? null} />}
            </Turn>
          </div>
        </div>
        <Caption {...{ pointed, plan, index, at, month, standing }} />
        <ul class="legend faint">
          <li class="elects">elects</li>
          <li class="appoints">appoints, dismisses, prepares lists</li>
          <li class="directs">commands, sets the agenda</li>
          <li class="watches">supervises, hears reports</li>
        </ul>
        <Turn of={at} also={[standing, nobody]}>
          {(at) => (
            <p class="faint note">
              A dot is a seat, hollow for a candidate, ten seats of a body with more than 150.
              {standing === "practice" && " Its colour is the leader whom its holder depends on, grey if on none."} An arrow is as
              broad as the places it has filled in this run since the beginning, elections and appointments counted; a thin dotted
              one stands for a power that fills no place, or none that the model plays.
              {nobody && nobody[at]! > 0 && ` ${grouped(nobody[at]!)} posts were filled so far without anybody's say.`}
            </p>
          )}
        </Turn>
      </section>
      <Turn of={moment} also={[index, drawn, standing, query.room]}>
        {(turned) => <RoomCard {...current(turned)} standing={standing} room={query.room ?? FIRST_ROOM} />}
      </Turn>
    </>
  );
}

type Built = {
  now: Institutions;
  index: Index | null;
  plan: House;
  flows: readonly Flow[];
  /** The weightiest office of each body. */
  chairs: ReadonlyMap<string, string>;
  /** The width for which it is laid out. */
  drawn: number;
};

/** The house at its width. Institutions change some bodies and some powers; the others stay what they were. */
function useBuilt(now: Institutions, index: Index | null, drawn: number): Built {
  const before = useRef<Built | null>(null);
  return useMemo(() => {
    const old = before.current;
    const made = house(now, drawn);
    const plan = { ...made, rooms: sharing(old?.plan.rooms ?? [], made.rooms, (room) => room.id) };
    const flows = sharing(old?.flows ?? [], flowsOf(plan, index?.standing ?? null), keyOf);
    return (before.current = { now, index, plan, flows, chairs: chairsOf(now), drawn });
  }, [now, index, drawn]);
}

type Office = { name: string; body: string; weight?: { value: number } };

/** The weightiest office of each body, by body. */
function chairsOf(now: Institutions): Map<string, string> {
  const weightiest = new Map<string, [string, number]>();
  for (const [id, office] of Object.entries(now.offices as unknown as Record<string, Office>)) {
    const weight = office.weight?.value ?? 0;
    if (weight > (weightiest.get(office.body)?.[1] ?? -1)) weightiest.set(office.body, [id, weight]);
  }
  return new Map([...weightiest].map(([body, [office]]) => [body, office]));
}
