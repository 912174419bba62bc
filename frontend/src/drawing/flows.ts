/** What powers did in a run: how many places each arrow of the house had filled by each month. */

import type { Standing } from "../api/types";
import type { House, Power } from "./house";

export type Flow = Power & {
  /** Places filled from the run's beginning to the end of each month; null where the model counts none. */
  readonly filled: readonly number[] | null;
  /** Whether it is written nowhere, and seen in the run alone. */
  readonly unwritten: boolean;
};

/** The powers of a house with what a run measured of them; what nobody wrote down is added to practice. */
export function flowsOf(house: House, standing: Standing | null): Flow[] {
  const counted = new Map<string, number[]>();
  for (const one of standing?.filled ?? []) {
    const [from, to] = [one.who && house.roomOf(one.who), house.roomOf(one.whom)];
    if (!from || !to || from === to) continue;
    const key = pathOf(from, one.does, to);
    const before = counted.get(key);
    counted.set(
      key,
      one.places.map((places, month) => places + (before?.[month] ?? 0)),
    );
  }
  const written = house.powers.map((power) => {
    const places = counted.get(pathOf(power.from, power.does, power.to));
    return { ...power, filled: places ? summed(places) : null, unwritten: false };
  });
  const known = new Set(house.powers.map((power) => pathOf(power.from, power.does, power.to)));
  const drawn = new Set(house.rooms.map((room) => room.id));
  const added = [...counted].flatMap(([key, places]): Flow[] => {
    const [from, does, to] = key.split(" ") as [string, string, string];
    if (known.has(key) || !drawn.has(from) || !drawn.has(to)) return [];
    return [{ from, to, does, standing: "practice", posts: 0, because: [], filled: summed(places), unwritten: true }];
  });
  return [...written, ...added];
}

/** Places that nobody in person filled, by the end of each month: by routine, or because nobody was there. */
export function byNobody(standing: Standing): number[] {
  const none = standing.filled.filter((one) => one.who === null);
  return summed(Array.from({ length: standing.months }, (_, month) => none.reduce((sum, one) => sum + one.places[month]!, 0)));
}

/** What tells a flow from every other of its month. */
export function keyOf({ from, to, does, standing }: Power): string {
  return `${from} ${to} ${does} ${standing}`;
}

function summed(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => (sum += count));
}

function pathOf(from: string, does: string, to: string): string {
  return `${from} ${does} ${to}`;
}
