/** Seats of a room in a month: who sits where, so that those who follow the same leader sit together. */

import type { Room } from "./house";
import { hemicycle, type Seat } from "./seats";
import type { Index } from "./standing";

/** Seats beyond which one dot stands for ten. */
export const MANY = 150;

export type Place = Seat & {
  /** 0 where the model names nobody. */
  readonly key: number;
  readonly full: boolean;
  readonly since: number;
  /** The nearest leader up his chain of ties; 0 for none. */
  readonly head: number;
};
export type Bench = { readonly places: readonly Place[]; readonly size: number };

type Sitting = Omit<Place, keyof Seat>;

/** A room's seats; of a body that the run does not follow, as many as it has by statute. */
export function bench(room: Room, index: Index | null, month: number): Bench {
  const sitting = index ? sittingIn(room, index, month) : [];
  const count = sitting.length || (room.seats > MANY ? Math.round(room.seats / 10) : Math.round(room.seats));
  const [inner, gap, size] = count <= 20 ? [14, 11.5, 4.5] : count <= 45 ? [15, 8, 3.1] : [15, 5.8, 2.3];
  const places = hemicycle(count, inner, gap).map((seat, i) => ({ ...seat, ...(sitting[i] ?? NOBODY) }));
  return { places, size };
}

const NOBODY: Sitting = { key: 0, full: true, since: 0, head: 0 };

function sittingIn(room: Room, index: Index, month: number): Sitting[] {
  const seated = index.seats(room.id, month);
  const held = seated.length ? seated : room.id === SECRETARIES ? index.holders(room.id, month) : [];
  return held
    .map((one) => ({ key: one.key, full: !("full" in one) || one.full, since: one.since, head: index.head(one.key, month) }))
    .sort((a, b) => Number(b.full) - Number(a.full) || byHead(a.head, b.head) || a.key - b.key);
}

/** A class of posts whose holders are drawn like a body. */
const SECRETARIES = "regional-secretaries";

/** Those who follow nobody come last. */
function byHead(a: number, b: number): number {
  return (a || Infinity) - (b || Infinity) || 0;
}
