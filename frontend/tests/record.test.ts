import { expect, test } from "vitest";

import { seenIn } from "../src/drawing/uses";
import { yearBars } from "../src/drawing/years";

test("every year between the first and the last has a place, and the fullest is the highest", () => {
  const bars = yearBars(
    [
      { year: 1921, entries: 2 },
      { year: 1924, entries: 8 },
    ],
    40,
  );
  expect(bars.map((bar) => [bar.year, bar.x, bar.height])).toEqual([
    [1921, 0, 10],
    [1922, 10, 0],
    [1923, 20, 0],
    [1924, 30, 40],
  ]);
});

const seen = (room: string, place: string, scenario: string | null = null) => seenIn({ room, place, scenario });

test("what the model takes from the record leads to the view that shows it", () => {
  expect(seen("What if (x)", "no-war-scare", "succession-1922")).toEqual({
    view: "what-if",
    query: { scenario: "succession-1922", levers: "no-war-scare" },
  });
  expect(seen("Institutions", "bodies.politburo.seats")?.query).toEqual({ room: "politburo" });
  expect(seen("Institutions", "secretariat appoints regional-secretaries")?.query).toEqual({ room: "secretariat" });
  expect(seen("Parameters", "agenda.demand")).toBeNull();
});
