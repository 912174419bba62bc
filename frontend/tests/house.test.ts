import { expect, test } from "vitest";

import type { Institutions } from "../src/api/types";
import { arrow, family, house, strength } from "../src/drawing/house";
import { halves } from "../src/views/house/room-mark";

const body = (name: string, kind: string, layer: string, seats?: number) => ({
  name,
  kind,
  layer,
  ...(seats ? { seats: { value: seats } } : {}),
});
const posts = (count: number, institution: string) => ({ name: "posts", institution, count: { value: count } });

const NOW = {
  bodies: {
    members: body("Members", "base", "party"),
    congress: body("Congress", "assembly", "party", 694),
    bureau: body("Bureau", "collegium", "party", 7),
    alone: body("Nobody's", "committee", "army", 5),
  },
  offices: { secretary: { name: "Secretary", body: "bureau" } },
  post_classes: { a: posts(80, "party"), b: posts(20, "party") },
  edges: [
    { who: "members", does: "elects", whom: "congress", standing: "theory", because: ["x"] },
    { who: "congress", does: "elects", whom: "bureau", standing: "theory", because: [] },
    { who: "secretary", does: "appoints", whom: "a", standing: "practice", because: ["y"] },
    { who: "bureau", does: "appoints", whom: "b", standing: "practice", because: ["z"] },
    { who: "bureau", does: "appoints", whom: "secretary", standing: "theory", because: [] },
  ],
  rules: [],
} as unknown as Institutions;

test("whoever has no power and is under none has no room", () => {
  expect(house(NOW, 900).rooms.map((room) => room.id).sort()).toEqual(["bureau", "congress", "members", "posts-party"]);
});

test("an office acts for its body, and posts of one kind add up", () => {
  const filled = house(NOW, 900).powers.filter((power) => power.standing === "practice");
  expect(filled).toEqual([
    { from: "bureau", to: "posts-party", does: "appoints", standing: "practice", posts: 100, because: ["y", "z"] },
  ]);
});

test("those who are elected stand above those who elect", () => {
  const rooms = new Map(house(NOW, 900).rooms.map((room) => [room.id, room]));
  expect(rooms.get("bureau")!.y).toBeLessThan(rooms.get("congress")!.y);
  expect(rooms.get("congress")!.y).toBeLessThan(rooms.get("members")!.y);
});

test("every room stands within the width", () => {
  for (const room of house(NOW, 900).rooms) {
    expect(room.x).toBeGreaterThan(0);
    expect(room.x).toBeLessThan(900);
  }
});

test("an arrow ends short of where it points", () => {
  const [, x] = /([\d.-]+) [\d.-]+$/.exec(arrow({ x: 0, y: 0 }, { x: 200, y: 0 }, 30))!;
  expect(Number(x)).toBeGreaterThan(150);
  expect(Number(x)).toBeLessThan(175);
});

test("more posts are a broader arrow", () => {
  expect(strength(400)).toBeGreaterThan(strength(100));
  expect(strength(0)).toBeGreaterThan(0);
});

test("powers fall into four families, and none is left over", () => {
  const known = ["elects", "appoints", "dismisses", "commands", "sets-agenda", "supervises", "reports-to"];
  expect(known.map(family)).toEqual(["elects", "appoints", "appoints", "directs", "directs", "watches", "watches"]);
});

test("long names break where the lines are most even", () => {
  expect(halves("Supreme Council of the Economy")).toEqual(["Supreme Council", "of the Economy"]);
});
