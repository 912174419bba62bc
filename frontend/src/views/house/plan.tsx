/** The plan: rooms with their seats, and arrows that turn round between paper and practice. */

import { useMemo } from "preact/hooks";

import type { Institutions } from "../../api/types";
import { arrow, family, house, type Power, type Room, type Standing, strength } from "../../drawing/house";
import { hemicycle } from "../../drawing/seats";
import { useWidth } from "../../parts/measure";

const LEAST = 900;
const KINDS = ["elects", "appoints", "directs", "watches"] as const;
/** Seats beyond which a dot stands for ten. */
const MANY = 150;

type Props = {
  now: Institutions;
  standing: Standing;
  chosen: string | null;
  point: (room: string | null) => void;
  choose: (room: string) => void;
};

export function Plan({ now, standing, chosen, point, choose }: Props) {
  const [place, width] = useWidth<HTMLDivElement>();
  const drawn = Math.max(width, LEAST);
  const plan = useMemo(() => (width ? house(now, drawn) : null), [now, width, drawn]);
  const rooms = useMemo(() => new Map(plan?.rooms.map((room) => [room.id, room])), [plan]);
  return (
    <div class="plan" ref={place}>
      {plan && (
        <svg width={drawn} height={plan.height} role="group" aria-label={`Who has power over whom, ${standing === "theory" ? "on paper" : "in practice"}`}>
          <defs>
            {KINDS.map((kind) => (
              <marker key={kind} id={`head-${kind}`} class={kind} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="9" markerHeight="9" orient="auto" markerUnits="userSpaceOnUse">
                <path d="M0 0.6L8 4L0 7.4Z" />
              </marker>
            ))}
          </defs>
          {plan.powers.map((power) => (
            <Arrow key={`${power.from} ${power.to} ${power.does} ${power.standing}`} {...{ power, rooms, chosen }} shown={power.standing === standing} />
          ))}
          {plan.rooms.map((room) => (
            <RoomMark key={room.id} {...{ room, point, choose }} chosen={room.id === chosen} dim={chosen !== null && !near(plan.powers, chosen, room.id, standing)} />
          ))}
        </svg>
      )}
    </div>
  );
}

type ArrowProps = { power: Power; rooms: ReadonlyMap<string, Room>; chosen: string | null; shown: boolean };

function Arrow({ power, rooms, chosen, shown }: ArrowProps) {
  const [from, to] = [rooms.get(power.from), rooms.get(power.to)];
  if (!from || !to) return null;
  const kind = family(power.does);
  const aside = chosen !== null && power.from !== chosen && power.to !== chosen;
  return (
    <path
      class={`arrow ${kind} ${shown ? "shown" : ""} ${aside ? "aside" : ""}`}
      d={arrow(from, to)}
      pathLength={1}
      stroke-width={strength(power.posts)}
      marker-end={`url(#head-${kind})`}
    />
  );
}

type MarkProps = {
  room: Room;
  chosen: boolean;
  dim: boolean;
  point: (room: string | null) => void;
  choose: (room: string) => void;
};

function RoomMark({ room, chosen, dim, point, choose }: MarkProps) {
  const dots = room.seats > MANY ? Math.round(room.seats / 10) : Math.round(room.seats);
  const seats = useMemo(() => hemicycle(dots, dots > 30 ? 14 : 10, 5.6), [dots]);
  const words = room.name.length > 15 ? halves(room.name) : [room.name];
  return (
    <g
      class={`room ${chosen ? "chosen" : ""} ${dim ? "dim" : ""}`}
      transform={`translate(${room.x} ${room.y})`}
      role="button"
      tabindex={0}
      aria-label={said(room)}
      aria-pressed={chosen}
      onPointerEnter={() => point(room.id)}
      onPointerLeave={() => point(null)}
      onClick={() => choose(room.id)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(room.id);
      }}
    >
      <rect class="hit" x="-54" y="-36" width="108" height={52 + 13 * words.length} rx="6" />
      {seats.map((seat, i) => (
        <circle key={i} cx={seat.x} cy={seat.y} r="2.2" />
      ))}
      {dots === 0 && <rect class="plinth" x={room.posts ? -22 : -9} y="-9" width={room.posts ? 44 : 18} height="9" rx="1.5" />}
      {words.map((word, i) => (
        <text key={word} y={14 + 13 * i}>
          {`${word} `}
        </text>
      ))}
      {room.posts > 0 && (
        <text class="posts" y={14 + 13 * words.length}>
          {room.posts} posts
        </text>
      )}
    </g>
  );
}

function said(room: Room): string {
  if (room.posts) return `${room.name} ${room.posts} posts`;
  return room.seats ? `${room.name}: ${room.seats} seats` : room.name;
}

/** A long name in two lines, broken where they are most even. */
export function halves(name: string): string[] {
  const words = name.split(" ");
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  const longest = (cut: string[]) => Math.max(...cut.map((line) => line.length));
  return cuts.sort((a, b) => longest(a) - longest(b))[0] ?? [name];
}

function near(powers: readonly Power[], chosen: string, room: string, standing: Standing): boolean {
  if (room === chosen) return true;
  return powers.some(
    (power) =>
      power.standing === standing &&
      ((power.from === chosen && power.to === room) || (power.to === chosen && power.from === room)),
  );
}
