/** Shares of runs over time, made ready to be stacked or drawn as lines. */

import { monthNumber } from "./months";

export type ShareRow = {
  readonly month: string;
  readonly yardstick: string;
  readonly key: number;
  readonly person: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};
export type Point = { readonly share: number; readonly low: number; readonly high: number };
export type Series = { readonly key: number; readonly name: string; readonly points: readonly Point[] };

/** Key of the series that gathers whoever leads too seldom to be drawn alone. */
export const OTHERS = -1;
const DRAWN = 7;
const LEAST_PEAK = 0.01;
/** Below what rounding may leave. */
const LEAST = 1e-6;
const NONE: Point = { share: 0, low: 0, high: 0 };

/**
 * One series for each leader: those who lead most in all months first, then nobody (key 0), then the others together.
 * The shares of a month add up to 1. Months without a row have share 0. `order` says who is drawn, and in which order,
 * where two pictures are to be compared.
 */
export function sharesOverTime(
  rows: readonly ShareRow[],
  yardstick: string,
  start: string,
  end: string,
  drawn = DRAWN,
  order?: readonly number[],
): Series[] {
  const first = monthNumber(start);
  const months = monthNumber(end) - first + 1;
  const found = new Map<number, { name: string; points: Point[] }>();
  for (const row of rows) {
    if (row.yardstick !== yardstick) continue;
    let one = found.get(row.key);
    if (!one) found.set(row.key, (one = { name: row.person, points: Array<Point>(months).fill(NONE) }));
    one.points[monthNumber(row.month) - first] = row;
  }
  const all = [...found].map(([key, one]) => ({ key, ...one }));
  const people = all.filter((one) => one.key > 0).sort((a, b) => total(b.points) - total(a.points));
  const shown = order
    ? order.flatMap((key) => people.find((one) => one.key === key) ?? [])
    : people.slice(0, drawn).filter((one) => peak(one.points) >= LEAST_PEAK);
  const named = [...shown, ...all.filter((one) => one.key === 0)];
  if (all.length === 0) return [];
  const others = whatIsLeft(named, months);
  return peak(others) > LEAST ? [...named, { key: OTHERS, name: "others", points: others }] : named;
}

/** Where each series' band begins and ends in each month, from the bottom: `[from, to]`, 0..1. */
export function stacked(series: readonly Series[]): [number, number][][] {
  const base = Array<number>(series[0]?.points.length ?? 0).fill(0);
  return series.map((one) =>
    one.points.map((point, month) => {
      const from = base[month] ?? 0;
      base[month] = from + point.share;
      return [from, from + point.share];
    }),
  );
}

/** What the series leave of each month, whoever it belongs to: rows may name only those who matter. */
function whatIsLeft(series: readonly Series[], months: number): Point[] {
  return Array.from({ length: months }, (_, month) => {
    const share = Math.max(1 - series.reduce((sum, one) => sum + (one.points[month]?.share ?? 0), 0), 0);
    return { share, low: share, high: share };
  });
}

function total(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + point.share, 0);
}

function peak(points: readonly Point[]): number {
  return Math.max(...points.map((point) => point.share));
}
