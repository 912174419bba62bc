import { expect, test } from "vitest";

import { alike, sharing } from "../src/drawing/same";

test("what holds the same is alike, however deep, and nothing else is", () => {
  expect(alike({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(alike({ a: [1, { b: null }] }, { a: [1, { b: 0 }] })).toBe(false);
  expect(alike({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(alike({ a: undefined }, { b: undefined })).toBe(false);
  expect(alike([1], null)).toBe(false);
  expect(alike(NaN, NaN)).toBe(true);
});

test("of a list made anew only what changed is new, also where something came in between", () => {
  const before = [
    { id: "bureau", seats: 7 },
    { id: "congress", seats: 694 },
  ];
  const now = [{ id: "bureau", seats: 7 }, { id: "institute", seats: 0 }, { id: "congress", seats: 750 }];
  const shared = sharing(before, now, (one) => one.id);
  expect(shared).toEqual(now);
  expect(shared[0]).toBe(before[0]);
  expect(shared[2]).toBe(now[2]);
});
