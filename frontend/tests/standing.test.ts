import { expect, test } from "vitest";

import type { Standing } from "../src/api/types";
import { bench } from "../src/drawing/benches";
import { flowsOf, byNobody } from "../src/drawing/flows";
import { drawnIn, grove, halving, LEAF, TALLEST } from "../src/drawing/grove";
import type { House, Power, Room } from "../src/drawing/house";
import { indexed } from "../src/drawing/standing";
import { passed } from "../src/state/clock";

const tie = (client: number, patron: number, since: number, until: number, end: "stands" | "dismissed" = "stands") => ({
  ...{ client, patron, since, until, end },
  ...{ strength: 0.5, post: null, by: 0 },
});
const STANDING: Standing = {
  months: 6,
  people: [
    { key: 1, name: "Stalin", figure: true },
    { key: 2, name: "Trotsky", figure: true },
    { key: 8, name: "official no. 8", figure: false },
    { key: 9, name: "official no. 9", figure: false },
  ],
  seats: [
    { body: "politburo", full: true, key: 2, since: 0, until: 3 },
    { body: "politburo", full: true, key: 1, since: 0, until: 6 },
    { body: "politburo", full: false, key: 9, since: 2, until: 6 },
  ],
  posts: [{ key: 8, post: "Secretary of Perm", place: "regional-secretaries", since: 1, until: 5 }],
  ties: [tie(8, 1, 1, 4, "dismissed"), tie(9, 8, 0, 6)],
  followings: [
    { patron: 1, clients: [0, 50, 60, 60, 20, 20], made: [0, 50, 10, 0, 0, 0], cut: [0, 0, 0, 0, 40, 0] },
    { patron: 8, clients: [1, 1, 1, 1, 1, 1], made: [0, 0, 0, 0, 0, 0], cut: [0, 0, 0, 0, 0, 0] },
  ],
  filled: [
    { who: "secretariat", does: "appoints", whom: "posts", on_the_spot: false, places: [1, 2, 0, 0, 0, 3] },
    { who: "committee", does: "elects", whom: "office", on_the_spot: false, places: [0, 1, 0, 0, 0, 0] },
    { who: null, does: "appoints", whom: "posts", on_the_spot: false, places: [5, 0, 0, 0, 0, 1] },
  ],
};
const INDEX = indexed(STANDING);

test("an official goes by the post that he holds", () => {
  expect([0, 1, 4, 5].map((month) => INDEX.name(8, month))).toEqual([
    "official no. 8",
    "Secretary of Perm",
    "Secretary of Perm",
    "official no. 8",
  ]);
});

test("a seat has its holder in every month of his spell, and nobody after it", () => {
  const names = (month: number) => INDEX.seats("politburo", month).map((seat) => seat.key);
  expect(names(2)).toEqual([2, 1, 9]);
  expect(names(3)).toEqual([1, 9]);
});

test("the head of a chain is the nearest leader, for as long as every tie of it stands", () => {
  expect([0, 1, 3, 4].map((month) => INDEX.head(9, month))).toEqual([0, 1, 1, 0]);
  expect(INDEX.head(2, 0)).toBe(2);
});

const room = (id: string, seats = 0): Room => ({ ...{ id, name: id, seats, posts: 0, wing: "party", floor: 0 }, x: 0, y: 0 });

test("full members sit before candidates, and who follows one leader sits together", () => {
  const places = bench(room("politburo", 7), INDEX, 2).places;
  expect(places.map((place) => [place.key, place.full])).toEqual([
    [1, true],
    [2, true],
    [9, false],
  ]);
});

test("a body that the run does not follow has the seats of its statute, and nobody's name", () => {
  const places = bench(room("soviet", 9), INDEX, 2).places;
  expect(places.map((place) => place.key)).toEqual(Array(9).fill(0));
  expect(bench(room("soviet", 700), null, 0).places).toHaveLength(70);
});

const power = (from: string, does: string, to: string, standing: "theory" | "practice"): Power => ({
  ...{ from, does, to, standing },
  ...{ posts: 0, because: ["x"] },
});
const HOUSE: House = {
  rooms: [room("secretariat"), room("committee"), room("posts")],
  powers: [power("secretariat", "appoints", "posts", "practice"), power("committee", "dismisses", "posts", "theory")],
  height: 1,
  wings: [],
  roomOf: (id) => (id === "office" ? "secretariat" : id),
};

test("an arrow has filled what was filled up to the month", () => {
  expect(flowsOf(HOUSE, STANDING)[0]!.filled).toEqual([1, 3, 3, 3, 3, 6]);
});

test("a power that fills nothing is not counted, and one that nobody wrote is added to practice", () => {
  const [, dismisses, added] = flowsOf(HOUSE, STANDING);
  expect(dismisses!.filled).toBeNull();
  expect(added).toMatchObject({ from: "committee", to: "secretariat", standing: "practice", unwritten: true, because: [] });
});

test("without a run the powers are those written", () => {
  expect(flowsOf(HOUSE, null).map((flow) => flow.filled)).toEqual([null, null]);
});

test("what nobody filled is told apart", () => {
  expect(byNobody(STANDING)).toEqual([5, 5, 5, 5, 5, 6]);
});

const CLIENTS = (month: number) => (key: number) =>
  STANDING.followings.find((one) => one.patron === key)?.clients[month] ?? 0;
const dots = (path: string) => path.split("h0").length - 1;

test("only leaders have trees, and a client with people of his own is a limb", () => {
  const trees = grove(INDEX);
  expect(trees.map((tree) => tree.patron)).toEqual([1]);
  expect(trees[0]!.limbs.map((limb) => limb.tie.client)).toEqual([8]);
});

test("a tree has a leaf for so many clients, those of the month apart, and a limb while the tie stands", () => {
  const [tree] = grove(INDEX);
  const [before, begun, later, cut] = [0, 1, 3, 4].map((month) => drawnIn(tree!, month, CLIENTS(month)));
  expect(before!.clients).toBe(0);
  expect(dots(begun!.buds)).toBe(50 / LEAF);
  expect(dots(begun!.shoots)).toBe(1);
  // His own twelve leaves, and one on the limb.
  expect(dots(later!.leaves)).toBe(60 / LEAF + 1);
  expect([later!.stumps, dots(later!.fallen)]).toEqual(["", 0]);
  expect(cut!.stumps).not.toBe("");
  expect(dots(cut!.fallen)).toBe(40 / LEAF);
});

test("a limb stands in one place from its first month to its last", () => {
  const [tree] = grove(INDEX);
  const wood = [1, 2, 3].map((month) => drawnIn(tree!, month, CLIENTS(month)).wood);
  expect(new Set(wood).size).toBe(1);
});

test("places are as far apart as can be", () => {
  expect([1, 2, 3, 4].map(halving)).toEqual([0.5, 0.25, 0.75, 0.125]);
});

test("months pass by the clock, whatever the machine: five a second, either way", () => {
  expect(passed(10, 1, 1000)).toBe(15);
  expect(passed(10, 1, 190)).toBe(10);
  expect(passed(10, -1, 3000)).toBe(-5);
});

test("the crown of a great man's man has room above it", () => {
  const tie = { client: 2, patron: 1, since: 0, until: 9, end: "", post: null };
  const tree = { patron: 1, peak: 500, following: { patron: 1, clients: [500], made: [0], cut: [0] }, limbs: [{ tie, figure: false, x: 0, y: -162 }] };
  const heights = [...drawnIn(tree as never, 0, () => 500).leaves.matchAll(/M\S+ (-?[\d.]+)/g)].map((found) => Number(found[1]));
  expect(heights.length).toBe(200);
  expect(Math.min(...heights)).toBeGreaterThan(-TALLEST);
});
