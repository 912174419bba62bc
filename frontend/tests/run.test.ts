import { expect, test } from "vitest";

import { byPerson, controlIn } from "../src/views/run/control";
import { isTold } from "../src/views/run/journal";
import { led } from "../src/views/run/led";

const CONTROL = [
  { month: "1922-04", key: 1, person: "a", body: "Congress", share: 0.4 },
  { month: "1922-04", key: 2, person: "b", body: "Congress", share: 0.1 },
  { month: "1922-04", key: 2, person: "b", body: "Politburo", share: 0.9 },
  { month: "1922-07", key: 2, person: "b", body: "Congress", share: 0.6 },
];

test("control stands as last measured, and nobody counts on the dead", () => {
  const people = byPerson(CONTROL, "Congress");
  const named = (month: number) => controlIn(people, month).map((one) => [one.person, one.share]);
  const april = 1922 * 12 + 3;
  expect(named(april - 1)).toEqual([]);
  expect(named(april + 2)).toEqual([
    ["a", 0.4],
    ["b", 0.1],
  ]);
  expect(named(april + 3)).toEqual([["b", 0.6]]);
});

test("turning points are told under every filter", () => {
  const line = { kind: "signal", turning_point: true, about_figure: false };
  for (const filter of ["turning", "decisions", "all"] as const) expect(isTold(line, filter)).toBe(true);
});

test("decisions leave out harvests and the many posts, but not the fate of figures", () => {
  const told = (kind: string, about_figure = false) =>
    isTold({ kind, about_figure, turning_point: false }, "decisions");
  expect(["signal", "appointment"].map((kind) => told(kind))).toEqual([false, false]);
  expect(["vote", "elected"].map((kind) => told(kind))).toEqual([true, true]);
  expect(told("death", true)).toBe(true);
});

test("months under one leader are one stretch, and who comes back has another", () => {
  const months = ["a", "a", "b", "a"].map((conduct, i) => ({ month: `1922-0${i + 4}`, conduct }));
  const stretches = led({ run: { months } } as never, new Map([["a", 1]]));
  const april = 1922 * 12 + 3;
  expect(stretches.map((one) => [one.name, one.from - april, one.to - april])).toEqual([
    ["a", 0, 2],
    ["b", 2, 3],
    ["a", 3, 4],
  ]);
  expect(stretches[2]!.said).toBe("a, from July 1922");
});
