import { expect, test } from "vitest";

import { levels, spread } from "../src/drawing/labels";

test("labels with room stay where they belong", () => {
  expect(spread([10, 40, 90], 15, 100)).toEqual([10, 40, 90]);
});

test("labels that would touch move apart", () => {
  const places = spread([10, 11, 12], 15, 100);
  expect(places).toEqual([10, 25, 40]);
});

test("labels at the end are pushed back, still apart", () => {
  const places = spread([80, 95, 99], 15, 100);
  expect(places.at(-1)).toBe(100);
  for (let i = 1; i < places.length; i++) expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(15);
});

test("a label stands above every mark that begins beneath it", () => {
  expect(levels([0, 10, 200], [50, 50, 50])).toEqual([1, 0, 0]);
  expect(levels([0, 10, 20], [15, 50, 50])).toEqual([2, 1, 0]);
  expect(levels([0, 60, 70], [100, 5, 5])).toEqual([1, 0, 0]);
});
