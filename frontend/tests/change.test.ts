import { expect, test } from "vitest";

import { asked, isNothing, isSame, set, turned, written } from "../src/state/change";

const CHANGE = {
  levers: ["no-war-scare"],
  settings: [
    { path: "persons.trotsky.menace", value: 0.5 },
    { path: "persons.*.revealed", value: 1 },
  ],
  since: "1923-01",
};

test("a change comes back from its address", () => {
  expect(asked(written(CHANGE))).toEqual(CHANGE);
});

test("what is no setting is passed over", () => {
  expect(asked({ set: "a.b:1,../etc:2,a.b:x,a:3,persons.x.y:-0.25" }).settings).toEqual([
    { path: "a.b", value: 1 },
    { path: "persons.x.y", value: -0.25 },
  ]);
});

test("without numbers the month means nothing", () => {
  const bare = { ...CHANGE, settings: [] };
  expect(written(bare).since).toBe("");
  expect(isSame(bare, { ...bare, since: "1925-01" })).toBe(true);
});

test("a lever is pulled and let go, a number set, moved and left", () => {
  expect(turned(CHANGE, "no-war-scare").levers).toEqual([]);
  const moved = set(CHANGE, "persons.trotsky.menace", 0.7);
  expect(moved.settings.map((one) => one.value)).toEqual([0.7, 1]);
  expect(set(moved, "persons.trotsky.menace", null).settings).toHaveLength(1);
  expect(isNothing(set(turned(set(CHANGE, "persons.*.revealed", null), "no-war-scare"), "persons.trotsky.menace", null))).toBe(true);
});
