import { expect, test } from "vitest";

import { grouped } from "../src/charts/bars";
import { axisOf, rounded } from "../src/charts/fan";
import { broken, heightOf, placeOf, way } from "../src/drawing/arrows";
import { colourOf, shadeOf } from "../src/drawing/colours";
import { beside } from "../src/drawing/labels";

const bar = (label: string, group: string) => ({ label, group, span: null, said: "", shade: 0 });

test("neighbouring rows of one group stand together under its name", () => {
  const found = grouped([bar("a", "x"), bar("b", "x"), bar("c", "y"), bar("d", "x")]);
  expect(found.map(([name, rows]) => [name, rows.map((row) => row.label).join("")])).toEqual([
    ["x", "ab"],
    ["y", "c"],
    ["x", "d"],
  ]);
});

test("a person has one colour, in figures and in views", () => {
  expect(shadeOf(4)).toBe(colourOf(5));
  expect(shadeOf(-1)).toBe("var(--neither)");
});

test("upwards an arrow bends out of its column, downwards into the middle, between columns it crosses", () => {
  const [low, high, beyond] = [placeOf({ column: 1, height: 0 }, 2), placeOf({ column: 1, height: 2 }, 2), placeOf({ column: 0, height: 0 }, 2)];
  const starts = (line: string) => Number(/^M(\d+)/.exec(line)![1]);
  expect(high.y).toBeLessThan(low.y);
  expect(starts(way(low, high).line)).toBeGreaterThan(low.x);
  expect(starts(way(high, low).line)).toBeLessThan(high.x);
  expect(starts(way(beyond, low).line)).toBeGreaterThan(beyond.x);
  expect(Math.max(low.y, high.y)).toBeLessThan(heightOf(2));
});

test("long names are broken near their middle", () => {
  expect(broken("Politburo")).toEqual(["Politburo"]);
  expect(broken("Congress of Soviets")).toEqual(["Congress", "of Soviets"]);
});

test("numbers carry a sign only where they may go both ways", () => {
  const fan = (low: number) => ({ kind: "fan" as const, start: "1922-01", unit: "", lines: [{ name: "a", values: [2], low: [low], high: [3], shade: 0 }] });
  expect(rounded(2, axisOf(fan(1)))).toBe("2");
  expect(rounded(2, axisOf(fan(-1)))).toBe("+2");
});

test("longer names are given more room", () => {
  expect(beside(["Stalin 3 %", "collective leadership 40 %"])).toBeGreaterThan(beside(["Stalin 3 %"]));
});
