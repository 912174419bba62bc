import { expect, test } from "vitest";

import type { WhatIf } from "../src/api/types";
import { differences, twoFutures } from "../src/drawing/futures";

function row(month: string, key: number, without: number, with_: number): WhatIf["over_time"][number] {
  const difference = with_ - without;
  return {
    arm: "x",
    month,
    yardstick: "conduct",
    key,
    person: `p${key}`,
    without,
    with: with_,
    difference,
    low: difference - 0.05,
    high: difference + 0.05,
  };
}

const TOLD = {
  start: "1922-04",
  end: "1922-05",
  over_time: [
    row("1922-04", 1, 0.6, 0.6),
    row("1922-04", 2, 0.4, 0.4),
    row("1922-05", 1, 0.7, 0.1),
    row("1922-05", 2, 0.2, 0.75),
    row("1922-05", 0, 0.1, 0.15),
  ],
};

test("both futures draw the same persons in the same order", () => {
  const both = twoFutures(TOLD, "conduct");
  expect(both.without.map((one) => one.key)).toEqual(both.with.map((one) => one.key));
});

test("each future shows its own shares", () => {
  const both = twoFutures(TOLD, "conduct");
  const last = (series: typeof both.with, key: number) => series.find((one) => one.key === key)!.points.at(-1)!.share;
  expect([last(both.without, 1), last(both.with, 1)]).toEqual([0.7, 0.1]);
});

test("whoever gains or loses most comes first, in points", () => {
  const found = differences(TOLD, "conduct");
  expect(found.map((one) => one.name)).toEqual(["p1", "p2", "p0"]);
  expect(found.map((one) => one.shade)).toEqual([0, 1, -1]);
  expect(found[0]!.values[1]).toBeCloseTo(-60);
  expect(found[0]!.low[1]).toBeCloseTo(-65);
});

test("where nothing differs nobody is drawn", () => {
  expect(differences({ ...TOLD, over_time: [row("1922-04", 1, 0.5, 0.5)] }, "conduct")).toEqual([]);
});
