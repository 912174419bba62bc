/** One body in words: who sits in it and on whom they depend, what it may do, and the source of each power. */

import type { Institutions } from "../../api/types";
import { bench } from "../../drawing/benches";
import type { Flow } from "../../drawing/flows";
import type { House, Standing } from "../../drawing/house";
import { grouped } from "../../drawing/numbers";
import type { Index } from "../../drawing/standing";
import { Person } from "../../parts/person";
import { Sources } from "../../parts/sources";
import { Members } from "./members";

type Part = Record<string, unknown>;
type Sourced = { value?: number; numerator?: number; denominator?: number; because?: string[] };

type Props = {
  now: Institutions;
  plan: House;
  flows: readonly Flow[];
  index: Index | null;
  at: number;
  room: string;
  standing: Standing;
};

export function RoomCard({ now, plan, flows, index, at, room, standing }: Props) {
  const chosen = plan.rooms.find((one) => one.id === room) ?? plan.rooms[0];
  if (!chosen) return null;
  const name = (id: string) => plan.rooms.find((one) => one.id === id)?.name ?? id;
  const written = (now.bodies as Record<string, Part>)[chosen.id];
  const of = flows.filter((flow) => flow.standing === standing && (flow.from === chosen.id || flow.to === chosen.id));
  const rules = now.rules.filter((rule) => (rule as Part)["decided-by"] === chosen.id);
  const sitting = index ? bench(chosen, index, at).places.filter((place) => place.key) : [];
  return (
    <section class="card room-card" aria-labelledby="room">
      <h2 id="room">{chosen.name}</h2>
      <div class="columns">
        <div>
          <Figures written={written} posts={chosen.posts} />
          {index && <Offices {...{ now, index, at }} body={chosen.id} />}
          {index && sitting.length > 0 && <Members {...{ sitting, index, at }} />}
        </div>
        <div>
          <h3>{standing === "theory" ? "Powers on paper" : "Powers in practice"}</h3>
          {of.length === 0 && <p class="faint">None {standing === "theory" ? "on paper" : "that the sources describe"}.</p>}
          <ul class="powers">
            {of.map((flow) => (
              <li key={`${flow.from} ${flow.does} ${flow.to}`}>
                {name(flow.from)} <em>{flow.does.replaceAll("-", " ")}</em> {name(flow.to)}
                <Count flow={flow} at={at} /> <Sources references={flow.because} />
              </li>
            ))}
          </ul>
          {rules.length > 0 && (
            <>
              <h3>Rules that it may change</h3>
              <ul class="powers">
                {rules.map((rule) => (
                  <li key={String((rule as Part).id)}>
                    {String((rule as Part).name)} <Sources references={((rule as Part).because as string[]) ?? []} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** What a power fills by statute, and what it filled in the run. */
function Count({ flow, at }: { flow: Flow; at: number }) {
  const places = flow.filled?.[at];
  const said = [
    flow.posts > 0 && `${flow.posts} posts`,
    places !== undefined && `${grouped(places)} filled so far`,
    flow.unwritten && "written nowhere",
  ].filter(Boolean);
  return said.length > 0 ? <span class="faint"> ({said.join("; ")})</span> : null;
}

/** The numbers of a body, each with where it is from. */
function Figures({ written, posts }: { written: Part | undefined; posts: number }) {
  if (!written) return <p class="faint">{posts} posts that are filled from lists.</p>;
  const part = (name: string) => written[name] as Sourced | undefined;
  const every = part("meets-every")?.value;
  const majority = part("majority");
  const may = (written["may-decide"] as string[] | undefined) ?? [];
  const rows: [string, string | number | undefined | false, Sourced | undefined][] = [
    ["Seats", part("seats")?.value, part("seats")],
    ["Candidates", part("candidate-seats")?.value, part("candidate-seats")],
    ["Majority", majority?.denominator && `more than ${majority.numerator}/${majority.denominator}`, majority],
    ["Meets", every && (every >= 1 ? `every ${every === 1 ? "month" : `${every} months`}` : "every week"), part("meets-every")],
    ["Ballot", written.ballot as string | undefined, undefined],
    ["May decide on", may.join(", ").replaceAll("-", " "), undefined],
  ];
  return (
    <dl class="figures">
      {rows.map(
        ([word, said, source]) =>
          !!said && (
            <div key={word}>
              <dt>{word}</dt>
              <dd>
                {said} <Sources references={source?.because ?? []} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Offices({ now, index, at, body }: { now: Institutions; index: Index; at: number; body: string }) {
  const offices = Object.entries(now.offices as Record<string, Part>).filter(([, office]) => office.body === body);
  return (
    <dl class="figures">
      {offices.map(([id, office]) => {
        const holder = index.holders(id, at)[0];
        return (
          <div key={id}>
            <dt>{String(office.name)}</dt>
            <dd>
              {holder ? <Person id={holder.key} name={index.name(holder.key, at)} /> : "nobody"}{" "}
              <Sources references={(office.because as string[]) ?? []} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
