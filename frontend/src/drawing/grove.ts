/**
 * Patronage as a grove: a tree for each leader, whose leaves are his clients and whose limbs are clients with people
 * of their own. A limb keeps its place for as long as it stands, so that only what changes moves.
 */

import type { Following, Tied } from "../api/types";
import { by } from "./by";
import type { Index } from "./standing";

/** Clients that one leaf stands for. */
export const LEAF = 5;
/** Clients at the height of his power below which a leader has no tree. */
const LEAST = 20;
/** Months for which a cut limb leaves a stump. */
const STUMP = 4;
const YEAR = 12;
const TRUNK = 58;
const CROWN = { x: 0, y: -92 };
const SPREAD = (115 * Math.PI) / 180;
const REACH = [46, 58, 70] as const;
const GAP = 2.6;
/** Clients at the end of the longest limb for whom there is room above. */
const ROOM = 500;
/** How high a tree may reach above the ground. */
export const TALLEST = Math.ceil(-CROWN.y + Math.max(...REACH) + GAP * Math.sqrt(ROOM / LEAF) + 2 * GAP);
/** The angle by which leaves turn from one to the next, so that they fill a disc evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

export type Limb = { readonly tie: Tied; readonly figure: boolean; readonly x: number; readonly y: number };
export type Tree = {
  readonly patron: number;
  readonly following: Following;
  readonly limbs: readonly Limb[];
  /** Most direct clients in any month. */
  readonly peak: number;
};

export type Drawn = {
  /** Direct clients, and how many ties began and ended within a year. */
  readonly clients: number;
  readonly made: number;
  readonly cut: number;
  /** Outlines: the wood, the limb ends that are new, the stumps of limbs cut of late. */
  readonly wood: string;
  readonly shoots: string;
  readonly stumps: string;
  /** Dots: leaves, those new in this month, and leaves on the ground, lost within a year. */
  readonly leaves: string;
  readonly buds: string;
  readonly fallen: string;
  /** Leaders among his clients. */
  readonly figures: readonly { key: number; x: number; y: number; leaves: string }[];
};

/** The trees of a run, the greatest first. */
export function grove(index: Index): Tree[] {
  const { followings, ties } = index.standing;
  const patrons = new Set(followings.map((one) => one.patron));
  const branching = ties.filter((tie) => patrons.has(tie.client) || index.isFigure(tie.client));
  const of = by(branching, (tie) => tie.patron);
  return followings
    .map((following) => ({
      patron: following.patron,
      following,
      peak: Math.max(...following.clients),
      limbs: placed(of.get(following.patron) ?? [], index),
    }))
    .filter((tree) => index.isFigure(tree.patron) && tree.peak >= LEAST)
    .sort((a, b) => b.peak - a.peak || a.patron - b.patron);
}

/** Limbs in places that they share with none that stands at the same time; the first places are spread widest. */
function placed(ties: readonly Tied[], index: Index): Limb[] {
  const free: number[] = [];
  return [...ties]
    .sort((a, b) => a.since - b.since || a.client - b.client)
    .map((tie) => {
      let place = free.findIndex((until) => until <= tie.since);
      if (place < 0) place = free.length;
      free[place] = tie.until + STUMP;
      const angle = SPREAD * (2 * halving(place + 1) - 1);
      const reach = REACH[place % REACH.length]!;
      const [x, y] = [CROWN.x + reach * Math.sin(angle), CROWN.y - reach * Math.cos(angle)];
      return { tie, figure: index.isFigure(tie.client), x, y };
    });
}

/** 1/2, 1/4, 3/4, 1/8, 5/8, ...: each number as far as can be from those before. */
export function halving(number: number): number {
  let [value, part] = [0, 0.5];
  for (let left = number; left > 0; left >>= 1, part /= 2) if (left & 1) value += part;
  return value;
}

/** A tree as it stands in a month; `clients` says how many people somebody has then. */
export function drawnIn(tree: Tree, month: number, clients: (key: number) => number): Drawn {
  const { following, limbs } = tree;
  const count = following.clients[month] ?? 0;
  const standing = limbs.filter(({ tie }) => tie.since <= month && month < tie.until);
  const gone = limbs.filter(({ tie }) => tie.until <= month && month < tie.until + STUMP && tie.end !== "passed on");
  const new_ = standing.filter(({ tie }) => tie.since > 0 && month < tie.since + 2);
  const within = (counts: readonly number[]) => counts.slice(Math.max(0, month - YEAR + 1), month + 1).reduce((a, b) => a + b, 0);
  const [all, young] = [leavesOf(count), leavesOf(Math.min(following.made[month] ?? 0, count))];
  const [made, cut] = [within(following.made), within(following.cut)];
  const own = standing.filter((limb) => !limb.figure);
  return {
    clients: count,
    made,
    cut,
    wood: `M0 0Q-2 ${-TRUNK / 2} ${CROWN.x} ${CROWN.y}${standing.map((limb) => branch(limb, 1)).join("")}`,
    shoots: new_.map((limb) => dot(limb.x, limb.y)).join(""),
    stumps: gone.map((limb) => branch(limb, 0.55)).join(""),
    leaves: puff(CROWN.x, CROWN.y, 0, all - young) + own.map((limb) => puff(limb.x, limb.y, 0, leavesOf(clients(limb.tie.client)))).join(""),
    buds: puff(CROWN.x, CROWN.y, all - young, all),
    fallen: ground(leavesOf(cut)),
    figures: standing
      .filter((limb) => limb.figure)
      .map(({ tie, x, y }) => ({ key: tie.client, x: round(x), y: round(y), leaves: puff(x, y, 0, leavesOf(clients(tie.client))) })),
  };
}

function leavesOf(clients: number): number {
  return clients > 0 ? Math.max(1, Math.round(clients / LEAF)) : 0;
}

function branch({ x, y }: Limb, part: number): string {
  const [dx, dy] = [(x - CROWN.x) * part, (y - CROWN.y) * part];
  return `M${CROWN.x} ${CROWN.y}q${round(0.15 * dx)} ${round(0.6 * dy)} ${round(dx)} ${round(dy)}`;
}

/** Dots from one place to another in a disc that is filled from its middle. */
function puff(x: number, y: number, from: number, to: number): string {
  let dots = "";
  for (let i = from; i < to; i++) {
    const radius = GAP * Math.sqrt(i + 0.4);
    dots += dot(x + radius * Math.cos(i * GOLDEN), y + radius * Math.sin(i * GOLDEN));
  }
  return dots;
}

/** Dots in rows beneath the tree. */
function ground(count: number): string {
  const row = 24;
  return Array.from({ length: count }, (_, i) => dot(((i % row) - (row - 1) / 2) * 5.2 + (Math.floor(i / row) % 2) * 2.6, 7 + 4.6 * Math.floor(i / row))).join("");
}

/** A line of no length: with round ends it is a dot. */
function dot(x: number, y: number): string {
  return `M${round(x)} ${round(y)}h0`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
