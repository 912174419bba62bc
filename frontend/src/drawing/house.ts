/** The house of power as a plan: bodies on floors, powers between them, on paper and in practice. */

import type { Institutions } from "../api/types";

export type Standing = "theory" | "practice";
export type Room = {
  readonly id: string;
  readonly name: string;
  /** Members with a vote; 0 where nobody counts them. */
  readonly seats: number;
  /** Posts in it, where it stands for posts and not for a body. */
  readonly posts: number;
  readonly wing: string;
  readonly floor: number;
  readonly x: number;
  readonly y: number;
};
export type Power = {
  readonly from: string;
  readonly to: string;
  readonly does: string;
  readonly standing: Standing;
  /** How many posts it is to fill; 0 where it fills none. */
  readonly posts: number;
  readonly because: readonly string[];
};
/** A part of the house, from `left` to `right`. */
export type Wing = { readonly name: string; readonly left: number; readonly right: number };
export type House = {
  readonly rooms: readonly Room[];
  readonly powers: readonly Power[];
  readonly height: number;
  /** Whose bodies stand in which part of the width. */
  readonly wings: readonly Wing[];
  /** The room that a body, an office or a class of posts belongs to, by id. */
  readonly roomOf: (id: string) => string | undefined;
};

type Made = { id: string; name: string; seats: number; posts: number; wing: string; floor: number };
type Part = Record<string, unknown>;

const FLOORS: Record<string, number> = { collegium: 0, committee: 1, assembly: 2, base: 3 };
/** The floor of posts that are filled by list, beneath whoever elects. */
const POSTS = 4;
const WINGS: Record<string, string> = { people: "state", state: "state", party: "party" };
const ORDER = ["state", "party", "other"];
const TITLES: Record<string, string> = { state: "State", party: "Party", other: "Economy, unions, army, police, press" };
/** Where the first floor stands, beneath the names of the wings. */
const TOP = 92;
const GAP = 146;
const SHIFT = 48;
const EDGE = 56;
/** Bodies that only some month's reader looks for stand at the edge of their floor. */
const CENTRE = ["politburo", "secretariat", "central-committee", "party-congress", "local-branches", "party-members"];

/** Where things stand in a month, and who has which power over whom; chairs stand for their bodies. */
export function house(now: Institutions, width: number): House {
  const bodies = Object.entries(now.bodies as Record<string, Part>).map(([id, body]) => madeOf(id, body));
  const held = chairs(now);
  const groups = grouped(now);
  const names = new Set([...bodies.map((one) => one.id), ...groups.rooms.map((one) => one.id)]);
  const roomOf = (id: string) => {
    const room = held.get(id) ?? groups.of.get(id)?.id ?? id;
    return names.has(room) ? room : undefined;
  };
  const powers = now.edges.flatMap((edge) => {
    const whom = String(edge.whom);
    const group = groups.of.get(whom);
    const [from, to] = [roomOf(String(edge.who)), roomOf(whom)];
    if (from === to || from === undefined || to === undefined) return [];
    return [
      {
        from,
        to,
        does: String(edge.does),
        standing: edge.standing as Standing,
        posts: group && edge.does === "appoints" ? group.count.get(whom)! : 0,
        because: (edge.because as string[] | undefined) ?? [],
      },
    ];
  });
  const linked = new Set(powers.flatMap((power) => [power.from, power.to]));
  const kept = [...bodies, ...groups.rooms].filter((one) => linked.has(one.id));
  return { ...placed(kept, width), powers: together(powers), roomOf };
}

function madeOf(id: string, body: Part): Made {
  const seats = body.seats as { value: number } | undefined;
  return {
    id,
    name: String(body.name),
    seats: seats?.value ?? 0,
    posts: 0,
    wing: WINGS[String(body.layer)] ?? "other",
    floor: FLOORS[String(body.kind)] ?? 0,
  };
}

/** The body that each office belongs to. */
function chairs(now: Institutions): Map<string, string> {
  const offices = Object.entries(now.offices as Record<string, Part>);
  return new Map(offices.flatMap(([id, office]) => (typeof office.body === "string" ? [[id, office.body]] : [])));
}

type Groups = { rooms: Made[]; of: Map<string, { id: string; count: Map<string, number> }> };

/** Classes of posts: regional secretaries by themselves, the others by whose posts they are. */
function grouped(now: Institutions): Groups {
  const rooms = new Map<string, Made>();
  const of: Groups["of"] = new Map();
  const count = new Map<string, number>();
  for (const [id, written] of Object.entries(now.post_classes as Record<string, Part>)) {
    const posts = (written.count as { value: number }).value;
    const alone = id === "regional-secretaries";
    const wing = WINGS[String(written.institution)] ?? "other";
    const name = alone ? String(written.name) : { state: "Posts of the state", party: "Posts of the party" }[wing];
    const room = alone ? id : `posts-${wing}`;
    const before = rooms.get(room)?.posts ?? 0;
    rooms.set(room, {
      id: room,
      name: name ?? "Posts of economy, unions, army, police, press",
      seats: 0,
      posts: before + posts,
      wing,
      floor: alone ? 3 : POSTS,
    });
    count.set(id, posts);
    of.set(id, { id: room, count });
  }
  return { rooms: [...rooms.values()], of };
}

/** Rooms side by side on their floors, each wing in its part of the width. */
function placed(made: readonly Made[], width: number): Pick<House, "rooms" | "wings" | "height"> {
  const wings = ORDER.filter((wing) => made.some((one) => one.wing === wing));
  const most = (wing: string) =>
    Math.max(...[0, 1, 2, 3, POSTS].map((floor) => made.filter((one) => one.wing === wing && one.floor === floor).length));
  const total = wings.reduce((sum, wing) => sum + most(wing), 0);
  const rooms: Room[] = [];
  const found: Wing[] = [];
  let left = 0;
  for (const wing of wings) {
    const reach = (width * most(wing)) / total;
    for (let floor = 0; floor <= POSTS; floor++) {
      const here = centred(made.filter((one) => one.wing === wing && one.floor === floor));
      here.forEach((one, i) => {
        // Neighbours stand a little up and down, so that names have room.
        const shift = here.length > 1 && i % 2 ? SHIFT : 0;
        const x = left + (reach * (i + 0.5)) / here.length;
        rooms.push({ ...one, x: Math.min(Math.max(x, EDGE), width - EDGE), y: TOP + GAP * floor + shift });
      });
    }
    found.push({ name: TITLES[wing]!, left, right: left + reach });
    left += reach;
  }
  return { rooms, wings: found, height: TOP + GAP * POSTS + 70 };
}

/** The weightiest in the middle. */
function centred(rooms: readonly Made[]): Made[] {
  const weight = (one: Made) => (CENTRE.includes(one.id) ? CENTRE.length - CENTRE.indexOf(one.id) : 0);
  const sorted = [...rooms].sort((a, b) => weight(b) - weight(a));
  return sorted.reduce<Made[]>((row, one, i) => (i % 2 ? [...row, one] : [one, ...row]), []);
}

/** Powers of one kind between the same rooms as one, with the posts added up. */
function together(powers: readonly Power[]): Power[] {
  const found = new Map<string, Power>();
  for (const power of powers) {
    const key = [power.from, power.to, power.does, power.standing].join(" ");
    const before = found.get(key);
    found.set(key, {
      ...power,
      posts: power.posts + (before?.posts ?? 0),
      because: [...new Set([...(before?.because ?? []), ...power.because])],
    });
  }
  return [...found.values()];
}

/** How a power is drawn: what fills a body or a post, what directs it, what watches it. */
export function family(does: string): "elects" | "appoints" | "directs" | "watches" {
  if (does === "elects") return "elects";
  if (["appoints", "dismisses", "confirms", "prepares-slate"].includes(does)) return "appoints";
  return ["commands", "sets-agenda"].includes(does) ? "directs" : "watches";
}

/** The width of an arrow by which so many places were filled, in steps that an eye can tell apart. */
export function strength(places: number): number {
  return Math.round((1.4 + Math.sqrt(places) / 5) * 4) / 4;
}

/** An arrow from one place to another, bent to its left, that stops short of both. */
export function arrow(from: { x: number; y: number }, to: { x: number; y: number }, short = 30): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bend = Math.min(0.16 * length, 46);
  const middle = { x: (from.x + to.x) / 2 + uy * bend, y: (from.y + to.y) / 2 - ux * bend };
  const cut = (at: { x: number; y: number }, by: number) => {
    const [mx, my] = [middle.x - at.x, middle.y - at.y];
    const far = Math.hypot(mx, my) || 1;
    const part = Math.min(by, 0.7 * far);
    return `${round(at.x + (mx / far) * part)} ${round(at.y + (my / far) * part)}`;
  };
  return `M${cut(from, short)}Q${round(middle.x)} ${round(middle.y)} ${cut(to, short + 4)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
