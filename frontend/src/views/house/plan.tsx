/** The plan: rooms with whoever sits in them, and arrows that turn round between paper and practice. */

import { useMemo } from "preact/hooks";

import { type Flow, keyOf } from "../../drawing/flows";
import { arrow, family, type House, type Room, type Standing, strength } from "../../drawing/house";
import type { Index } from "../../drawing/standing";
import { useTurn } from "../../state/turns";
import { RoomMark } from "./room-mark";

const KINDS = ["elects", "appoints", "directs", "watches"] as const;

/** What the reader points at: a room, one who sits in it, or a power. */
export type Pointed = { readonly room?: string; readonly key?: number; readonly flow?: Flow } | null;

type Props = {
  plan: House;
  flows: readonly Flow[];
  /** The width for which it is laid out. */
  drawn: number;
  index: Index | null;
  /** Months since the run's first. */
  at: number;
  standing: Standing;
  chosen: string | null;
  /** The weightiest office of each body. */
  chairs: ReadonlyMap<string, string>;
  point: (at: Pointed) => void;
  choose: (room: string) => void;
};

export function Plan({ plan, flows, drawn, index, at, standing, chosen, chairs, point, choose }: Props) {
  const near = useMemo(() => (chosen === null ? null : neighbours(flows, chosen, standing)), [flows, chosen, standing]);
  return (
    <svg
      width={drawn}
      height={plan.height}
      role="group"
      aria-label={`Who has power over whom, ${standing === "theory" ? "on paper" : "in practice"}`}
      onPointerLeave={() => point(null)}
    >
      <defs>
        {KINDS.map((kind) => (
          <marker key={kind} id={`head-${kind}`} class={kind} viewBox="0 0 8 8" refX="5" refY="4" markerWidth="10" markerHeight="10" orient="auto" markerUnits="userSpaceOnUse">
            <path d="M0 0.6L8 4L0 7.4Z" />
          </marker>
        ))}
      </defs>
      {plan.wings.map((wing) => (
        <g key={wing.name} class="wing">
          <text x={(wing.left + wing.right) / 2} y="14">
            {wing.name}
          </text>
          {wing.left > 0 && <line x1={wing.left} x2={wing.left} y1="0" y2={plan.height} />}
        </g>
      ))}
      <Arrows {...{ plan, flows, at, standing, chosen, point }} />
      {plan.rooms.map((room) => (
        <RoomMark
          key={room.id}
          {...{ room, index, point, choose }}
          month={at}
          coloured={standing === "practice"}
          chair={chairs.get(room.id)}
          chosen={room.id === chosen}
          dim={near !== null && !near.has(room.id)}
        />
      ))}
    </svg>
  );
}

type ArrowsProps = Pick<Props, "plan" | "flows" | "at" | "standing" | "chosen" | "point">;

function Arrows({ plan, flows, at, standing, chosen, point }: ArrowsProps) {
  const drawn = useMemo(() => {
    const rooms = new Map<string, Room>(plan.rooms.map((room) => [room.id, room]));
    return flows.map((flow) => ({
      flow,
      key: keyOf(flow),
      kind: family(flow.does),
      outline: arrow(rooms.get(flow.from)!, rooms.get(flow.to)!),
    }));
  }, [plan, flows]);
  return (
    <g class="arrows">
      {drawn.map(({ flow, key, kind, outline }) => {
        const aside = chosen !== null && flow.from !== chosen && flow.to !== chosen;
        const shown = flow.standing === standing;
        return <Arrow key={key} {...{ flow, kind, outline, at, shown, aside, point }} />;
      })}
    </g>
  );
}

type ArrowProps = { flow: Flow; kind: string; outline: string; at: number; shown: boolean; aside: boolean; point: Props["point"] };

function Arrow({ flow, kind, outline, at, shown, aside, point }: ArrowProps) {
  const width = useTurn(strength(flow.filled?.[at] ?? 0), shown);
  return useMemo(
    () => (
      <path
        class={`arrow ${kind} ${shown ? "shown" : ""} ${aside ? "aside" : ""} ${flow.filled ? "" : "uncounted"}`}
        d={outline}
        stroke-width={width}
        marker-end={`url(#head-${kind})`}
        onPointerEnter={shown ? () => point({ flow }) : undefined}
      />
    ),
    [flow, kind, outline, width, shown, aside, point],
  );
}

function neighbours(flows: readonly Flow[], chosen: string, standing: Standing): Set<string> {
  const of = flows.filter((flow) => flow.standing === standing && (flow.from === chosen || flow.to === chosen));
  return new Set([chosen, ...of.flatMap((flow) => [flow.from, flow.to])]);
}
