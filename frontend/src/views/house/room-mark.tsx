/** A body on the plan: its seats, each with whoever sits in it, its name, and who heads it. */

import { useCallback, useMemo, useRef, useState } from "preact/hooks";

import { type Bench, bench as benchOf } from "../../drawing/benches";
import { colourOf } from "../../drawing/colours";
import type { Room } from "../../drawing/house";
import type { Index } from "../../drawing/standing";
import { useSame, useTurn } from "../../state/turns";
import type { Pointed } from "./plan";

const LONG = 15;
const LINE = 13;

type Props = {
  room: Room;
  index: Index | null;
  /** Months since the run's first. */
  month: number;
  /** Whether a seat has the colour of the leader whom its holder follows. */
  coloured: boolean;
  /** The office whose holder heads it. */
  chair: string | undefined;
  chosen: boolean;
  dim: boolean;
  point: (at: Pointed) => void;
  choose: (room: string) => void;
};

/** Drawn when its turn comes, and only in months that change something in it. */
export function RoomMark({ room, index, month, coloured, chair, chosen, dim, point, choose }: Props) {
  const here = useRef(month);
  here.current = month;
  const name = useCallback((key: number) => index?.name(key, here.current) ?? "", [index]);
  const now = useSame(useMemo(() => sightOf(room, index, chair, month), [room, index, chair, month]));
  const turned = useTurn(now);
  // Another place, or another run, waits for no turn.
  const shown = turned.room === room && turned.index === index ? turned : now;
  return useMemo(
    () => <Seated {...shown} {...{ name, coloured, chosen, dim, point, choose }} />,
    [shown, name, coloured, chosen, dim, point, choose],
  );
}

type Sight = { readonly room: Room; readonly index: Index | null; readonly bench: Bench; readonly head: string };

/** What there is to be seen of a room in a month. */
function sightOf(room: Room, index: Index | null, chair: string | undefined, month: number): Sight {
  const heading = chair === undefined ? undefined : index?.holders(chair, month)[0];
  return { room, index, bench: benchOf(room, index, month), head: heading ? index!.name(heading.key, month) : "" };
}

type SeatedProps = Omit<Sight, "index"> & Pick<Props, "coloured" | "chosen" | "dim" | "point" | "choose"> & { name: (key: number) => string };

function Seated({ room, bench, head, name, coloured, chosen, dim, point, choose }: SeatedProps) {
  const [seat, sit] = useState<number | null>(null);
  const words = room.name.length > LONG ? halves(room.name) : [room.name];
  const below = [...words, ...(head ? [head] : []), ...(room.posts ? [`${room.posts} posts`] : [])];
  const high = Math.max(30, ...bench.places.map((place) => -place.y)) + 8;
  const at = seat === null ? undefined : bench.places[seat];
  const look = (to: number | null) => {
    sit(to);
    const key = to === null ? undefined : bench.places[to]?.key;
    point(key ? { room: room.id, key } : { room: room.id });
  };
  const step = (by: number) => {
    const count = bench.places.length;
    if (count && bench.places[0]!.key) look(((seat ?? (by > 0 ? -1 : count)) + by + count) % count);
  };
  return (
    <g
      class={`room ${chosen ? "chosen" : ""} ${dim ? "dim" : ""}`}
      transform={`translate(${room.x} ${room.y})`}
      role="button"
      tabindex={0}
      aria-label={said(room, head, at ? name(at.key) : "")}
      aria-pressed={chosen}
      onPointerEnter={() => point({ room: room.id })}
      onPointerLeave={() => sit(null)}
      onFocus={() => point({ room: room.id })}
      onBlur={() => look(null)}
      onClick={() => choose(room.id)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") choose(room.id);
        else if (event.key === "ArrowRight") step(1);
        else if (event.key === "ArrowLeft") step(-1);
        else return;
        event.preventDefault();
      }}
    >
      <rect class="hit" x="-54" y={-high} width="108" height={high + 6 + LINE * below.length} rx="6" />
      {bench.places.map((place, i) => (
        <circle
          key={i}
          class={`${place.full ? "" : "candidate"} ${i === seat ? "at" : ""}`}
          cx={round(place.x)}
          cy={round(place.y)}
          r={bench.size}
          style={coloured && place.key ? { color: colourOf(place.head) } : undefined}
          onPointerEnter={place.key ? () => look(i) : undefined}
        />
      ))}
      {bench.places.length === 0 && (
        <rect class="plinth" x={room.posts ? -22 : -9} y="-9" width={room.posts ? 44 : 18} height="9" rx="1.5" />
      )}
      {words.map((word, i) => (
        <text key={word} y={14 + LINE * i}>
          {`${word} `}
        </text>
      ))}
      {head && (
        <text class="head-of" y={14 + LINE * words.length}>
          {`${head} `}
        </text>
      )}
      {room.posts > 0 && (
        <text class="posts" y={14 + LINE * (below.length - 1)}>
          {`${room.posts} posts `}
        </text>
      )}
      {at && (
        <text class="sitter" x={round(at.x)} y={round(at.y) - bench.size - 5}>
          {name(at.key)}
        </text>
      )}
    </g>
  );
}

/** All that stands there to be read, in its order, and the seats. */
function said(room: Room, head: string, sitter: string): string {
  const read = [room.name, head, room.posts ? `${room.posts} posts` : "", sitter].filter(Boolean).join(" ");
  return room.seats ? `${read}: ${room.seats} seats` : read;
}

/** A long name in two lines, broken where they are most even. */
export function halves(name: string): string[] {
  const words = name.split(" ");
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  const longest = (cut: string[]) => Math.max(...cut.map((line) => line.length));
  return cuts.sort((a, b) => longest(a) - longest(b))[0] ?? [name];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
