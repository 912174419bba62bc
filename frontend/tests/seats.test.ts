import { expect, test } from "vitest";

import { hemicycle } from "../src/drawing/seats";

test("every seat is there, and no two touch", () => {
  for (const count of [1, 2, 7, 15, 27, 63, 150]) {
    const seats = hemicycle(count, 40, 12);
    expect(seats).toHaveLength(count);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) {
        const apart = Math.hypot(seats[i]!.x - seats[j]!.x, seats[i]!.y - seats[j]!.y);
        expect(apart).toBeGreaterThan(10);
      }
    }
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
