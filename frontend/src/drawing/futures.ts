/** Two futures from the same luck: their shares in one order, and what differs between them. */

import type { WhatIf } from "../api/types";
import { monthNumber } from "./months";
import { type Series, type ShareRow, sharesOverTime } from "./shares";

type Row = WhatIf["over_time"][number];
type Told = Pick<WhatIf, "over_time" | "start" | "end">;

/** Both futures' shares over time, the same persons in the same order. */
export function twoFutures(told: Told, yardstick: string): { without: Series[]; with: Series[] } {
  const rows = told.over_time;
  const side = (share: (row: Row) => number): ShareRow[] =>
    rows.map((row) => ({ ...row, share: share(row), low: share(row), high: share(row) }));
  const series = (of: ShareRow[], order?: number[]) => sharesOverTime(of, yardstick, told.start, told.end, undefined, order);
  const order = series(side((row) => (row.without + row.with) / 2)).flatMap((one) => (one.key > 0 ? [one.key] : []));
  return { without: series(side((row) => row.without), order), with: series(side((row) => row.with), order) };
}

export type Difference = {
  readonly key: number;
  readonly name: string;
  /** Months counted from the first, ascending, with the difference of shares and its interval in each. */
  readonly months: readonly number[];
  readonly middle: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
};

/** The persons whose shares differ most in any month, at most `most` of them, with their differences over time. */
export function differences(told: Told, yardstick: string, most = 4): Difference[] {
  const first = monthNumber(told.start);
  const found = new Map<number, Row[]>();
  for (const row of told.over_time) {
    if (row.yardstick === yardstick) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  }
  const widest = (rows: readonly Row[]) => Math.max(...rows.map((row) => Math.abs(row.difference)));
  return [...found]
    .filter(([, rows]) => widest(rows) > 0)
    .sort(([, a], [, b]) => widest(b) - widest(a))
    .slice(0, most)
    .map(([key, rows]) => {
      const sorted = [...rows].sort((a, b) => (a.month < b.month ? -1 : 1));
      return {
        key,
        name: sorted[0]!.person,
        months: sorted.map((row) => monthNumber(row.month) - first),
        middle: sorted.map((row) => row.difference),
        low: sorted.map((row) => row.low),
        high: sorted.map((row) => row.high),
      };
    });
}

/** The reach of a scale, upwards and downwards alike, that holds all intervals; in steps of ten points. */
export function reach(found: readonly Difference[]): number {
  const most = Math.max(0, ...found.flatMap((one) => [...one.low, ...one.high].map(Math.abs)));
  return Math.min(Math.max(Math.ceil(most * 10) / 10, 0.1), 1);
}
