import { expect, test } from "vitest";

import { seenIn } from "../src/drawing/uses";
import { amounts, sentence, spelled } from "../src/drawing/words";
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
  expect(seen("Institutions", "bodies.politburo.seats").query).toEqual({ room: "politburo" });
  expect(seen("Institutions", "secretariat appoints regional-secretaries").query).toEqual({ room: "secretariat" });
  expect(seen("Institutions", "offices.general-secretary")).toEqual({ view: "house", query: {} });
  expect(seen("Parameters", "agenda.demand")).toEqual({ view: "what-if", query: { find: "agenda.demand" } });
  expect(seen("Targets", "publish-testament-carried", "succession-1922")).toEqual({
    view: "outcome",
    query: { scenario: "succession-1922", card: "1", target: "publish-testament-carried" },
  });
  expect(seen("x", "persons.trotsky.menace", "succession-1922").view).toBe("run");
  expect(seen("x", "documents.testament", "succession-1922").view).toBe("outcome");
});

test("a name written small is read as a sentence, and months as months", () => {
  expect(sentence("condemn october 1923")).toBe("Condemn October 1923");
  expect(sentence("publish testament")).toBe("Publish testament");
  expect(sentence("may rules")).toBe("May rules");
});

test("people are written as their names are, and months in words", () => {
  expect(sentence("remove khrushchev", ["Khrushchev"])).toBe("Remove Khrushchev");
  expect(spelled("led in 1929-12 in 27 % of runs, 1922-29")).toBe("led in December 1929 in 27 % of runs, 1922-29");
});

test("one is one, many are many, and none is not told", () => {
  const kinds = (votes: number, facts: number) => amounts([[votes, "vote", "votes"], [facts, "fact", "facts"]]);
  expect([kinds(1, 1140), kinds(0, 1), kinds(0, 0)]).toEqual(["1 vote, 1,140 facts", "1 fact", ""]);
});
