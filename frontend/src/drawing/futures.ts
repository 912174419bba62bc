/** Two futures from the same luck: their shares in one order, and what differs between them. */

import type { Fan, WhatIf } from "../api/types";
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

/** The differences of the persons whose shares differ most in any month, at most `most` of them, in points. */
export function differences(told: Told, yardstick: string, most = 4): Fan["lines"] {
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
        name: sorted[0]!.person,
        values: sorted.map((row) => 100 * row.difference),
        low: sorted.map((row) => 100 * row.low),
        high: sorted.map((row) => 100 * row.high),
        shade: key - 1,
      };
    });
}
