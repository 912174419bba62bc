import { expect, test } from "vitest";

import { hemicycle } from "../src/drawing/seats";

test("every seat is there, and no two touch", () => {
  for (const count of [1, 2, 7, 15, 27, 63, 150]) {
    const seats = hemicycle(count, 40, 12);
    expect(seats).toHaveLength(count);
    const apart = seats.flatMap((one, i) => seats.slice(0, i).map((other) => Math.hypot(one.x - other.x, one.y - other.y)));
    expect(Math.min(...apart)).toBeGreaterThan(10);
  }
});

test("seats run from left to right above the ground", () => {
  const seats = hemicycle(30, 40, 12);
  for (const seat of seats) expect(seat.y).toBeLessThanOrEqual(1e-9);
  expect([...seats].sort((a, b) => a.angle - b.angle)).toEqual(seats);
});

test("no seats are no seats", () => {
  expect(hemicycle(0, 40, 12)).toEqual([]);
});
