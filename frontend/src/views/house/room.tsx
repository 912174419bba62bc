/** One body in words: what it may do, who fills it, and the source of each power. */

import type { Institutions, Opening } from "../../api/types";
import { house, type Standing } from "../../drawing/house";
import { Person } from "../../parts/person";
import { Sources } from "../../parts/sources";

type Props = { now: Institutions; opening: Opening | null; room: string; standing: Standing };
type Part = Record<string, unknown>;

export function RoomCard({ now, opening, room, standing }: Props) {
  const { rooms, powers } = house(now, 1000);
  const chosen = rooms.find((one) => one.id === room) ?? rooms[0];
  if (!chosen) return null;
  const name = (id: string) => rooms.find((one) => one.id === id)?.name ?? id;
  const written = (now.bodies as Record<string, Part>)[chosen.id];
  const members = opening?.bodies.find((body) => body.body === chosen.id)?.members ?? [];
  const of = powers.filter((power) => power.standing === standing && (power.from === chosen.id || power.to === chosen.id));
  const rules = now.rules.filter((rule) => (rule as Part)["decided-by"] === chosen.id);
  return (
    <section class="card room-card" aria-labelledby="room">
      <h2 id="room">{chosen.name}</h2>
      <p class="faint">{particulars(chosen.seats, chosen.posts, written)}</p>
      {members.length > 0 && (
        <p class="members">
          {members.map((member) => (
            <span key={member.key} class={member.full ? "" : "faint"}>
              <Person id={member.key} name={member.full ? member.name : `${member.name} (candidate)`} />
            </span>
          ))}
        </p>
      )}
      <h3>{standing === "theory" ? "Powers on paper" : "Powers in practice"}</h3>
      {of.length === 0 && <p class="faint">None {standing === "theory" ? "on paper" : "that the sources describe"}.</p>}
      <ul class="powers">
        {of.map((power) => (
          <li key={`${power.from} ${power.does} ${power.to}`}>
            {name(power.from)} <em>{power.does.replaceAll("-", " ")}</em> {name(power.to)}
            {power.posts > 0 && <span class="faint"> ({power.posts} posts)</span>} <Sources references={power.because} />
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
    </section>
  );
}

function particulars(seats: number, posts: number, body: Part | undefined): string {
  if (!body) return `${posts} posts that are filled from lists.`;
  const said = [seats ? `${seats} seats` : null, body.ballot ? `${String(body.ballot)} ballot` : null];
  const every = (body["meets-every"] as { value: number } | undefined)?.value;
  if (every) said.push(every >= 1 ? `meets every ${every === 1 ? "month" : `${every} months`}` : "meets every week");
  const may = body["may-decide"] as string[] | undefined;
  if (may?.length) said.push(`may decide on: ${may.join(", ").replaceAll("-", " ")}`);
  return said.filter(Boolean).join("; ");
}
