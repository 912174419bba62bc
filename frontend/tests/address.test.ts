import { expect, test } from "vitest";

import { parse, whole, written } from "../src/state/address";

test("an address that is written reads back", () => {
  const query = { scenario: "succession-1922", month: "1925-12", who: "5" };
  const [path, search] = written("outcome", query).split("?");
  expect(parse(path!, search!)).toEqual({ view: "outcome", query });
});

test("the order in which things were chosen does not matter", () => {
  expect(written("run", { b: "1", a: "2" })).toBe(written("run", { a: "2", b: "1" }));
});

test("what is empty is left out", () => {
  expect(written("run", { month: "" })).toBe("/run");
});

test("an unknown path is the start", () => {
  expect(parse("/elsewhere", "").view).toBe("");
});

test("numbers keep within their bounds", () => {
  expect(whole("7", 1, 10, 5)).toBe(7);
  expect(whole("70", 1, 10, 5)).toBe(10);
  for (const wrong of [undefined, "", "x", "-1", "1e9", "1.5"]) expect(whole(wrong, 1, 10, 5)).toBe(5);
});
