import { expect, test } from "vitest";

import { OTHERS, sharesOverTime, type ShareRow, stacked } from "../src/drawing/shares";

function row(month: string, key: number, share: number): ShareRow {
  return { month, key, share, person: `p${key}`, yardstick: "conduct", low: share / 2, high: share };
}

const ROWS = [
  row("1922-04", 2, 0.5),
  row("1922-04", 0, 0.3),
  row("1922-04", 7, 0.2),
  row("1922-05", 5, 0.995),
  row("1922-05", 9, 0.005),
];

test("leaders come in the order of what they lead in all, nobody and others last", () => {
  const series = sharesOverTime(ROWS, "conduct", "1922-04", "1922-05");
  expect(series.map((one) => one.key)).toEqual([5, 2, 7, 0, OTHERS]);
});

test("the shares of a month add up to one, whoever is drawn", () => {
  for (const drawn of [0, 1, 2, 7]) {
    const tops = stacked(sharesOverTime(ROWS, "conduct", "1922-04", "1922-05", drawn)).at(-1)!;
    for (const [, to] of tops) expect(to).toBeCloseTo(1);
  }
});

test("bands lie on one another without a gap", () => {
  const places = stacked(sharesOverTime(ROWS, "conduct", "1922-04", "1922-05"));
  for (let i = 1; i < places.length; i++) {
    places[i]!.forEach(([from], month) => expect(from).toBe(places[i - 1]![month]![1]));
  }
});

test("another yardstick is another picture", () => {
  expect(sharesOverTime(ROWS, "power", "1922-04", "1922-05")).toEqual([]);
});

test("what no row accounts for belongs to the others", () => {
  const series = sharesOverTime([row("1922-04", 2, 0.6), row("1922-05", 2, 1)], "conduct", "1922-04", "1922-05");
  expect(series.map((one) => one.key)).toEqual([2, OTHERS]);
  expect(series[1]!.points.map((point) => point.share)).toEqual([0.4, 0]);
});
