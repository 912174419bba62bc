import { expect, test } from "vitest";

import { marked, scale } from "../src/drawing/scale";

const SETS = [[3], [0, 1], [-0.31, 0.02], [-1e6, 250], [0, 0], [17, 17.5, 99], [1e-7, 3e-7]];

test("an axis holds all values between round marks", () => {
  for (const values of SETS) {
    const axis = scale(values);
    const hair = 1e-6 + 1e-8 * (Math.max(...values) - Math.min(...values));
    expect(axis.marks[0]).toBeLessThanOrEqual(Math.min(...values) + hair);
    expect(axis.marks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - hair);
    expect(axis.marks.length).toBeGreaterThanOrEqual(2);
    expect(axis.marks.length).toBeLessThanOrEqual(9);
  }
});

test("what is more lies farther along, and what lies beyond stands at the end", () => {
  const axis = scale([-10, 10]);
  expect([-20, -10, 0, 5, 10, 90].map(axis.share)).toEqual([0, 0, 0.5, 0.75, 1, 1]);
});

test("marks carry their sign where an axis goes both ways", () => {
  expect([-5, 0, 5].map((mark) => marked(mark, true))).toEqual(["−5", "0", "+5"]);
  expect(marked(5, false)).toBe("5");
});
