import { expect, test } from "vitest";

import { across, monthAt } from "../src/charts/month-slider";
import { monthNumber } from "../src/drawing/months";

const FRAME = { width: 560, left: 40, right: 440, first: monthNumber("1922-04"), last: monthNumber("1923-04") };
/** A click at a place of a drawing that begins 100 pixels from the window's edge. */
const clicked = (x: number, larger = 1) => {
  const box = { left: 100, width: 560 * larger };
  return { clientX: x, target: { closest: () => ({ getBoundingClientRect: () => box }) } } as unknown as MouseEvent;
};

test("the first and the last month lie at the two ends, half a year between them", () => {
  expect([0, 6, 12].map((after) => across(FRAME, FRAME.first + after))).toEqual([40, 240, 440]);
});

test("a click chooses the nearest month, and beyond an end the last one there", () => {
  expect([140, 330, 345, 540].map((x) => monthAt(clicked(x), FRAME))).toEqual(["1922-04", "1922-10", "1922-10", "1923-04"]);
  expect([0, 2000].map((x) => monthAt(clicked(x), FRAME))).toEqual(["1922-04", "1923-04"]);
});

test("on a page shown half as large again the same month lies half as far again", () => {
  expect([160, 445, 760].map((x) => monthAt(clicked(x, 1.5), FRAME))).toEqual(["1922-04", "1922-10", "1923-04"]);
});
