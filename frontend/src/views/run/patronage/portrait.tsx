/** The chosen leader's tree by itself, with the leaders on its limbs by name. */

import { drawnIn, TALLEST, type Tree } from "../../../drawing/grove";
import type { Index } from "../../../drawing/standing";
import type { Clients } from "./grove";
import { TreeMark } from "./tree-mark";

/** Units that a letter is wide, and a name high. */
const LETTER = 3.5;
const HIGH = 7;
/** The room for leaves on the ground. */
const BELOW = 28;

type Props = { tree: Tree; index: Index; at: number; clients: Clients };

export function Portrait({ tree, index, at, clients }: Props) {
  const drawn = drawnIn(tree, at, (key) => clients(key, at));
  const greatest = [...drawn.figures].sort((a, b) => clients(b.key, at) - clients(a.key, at) || a.key - b.key);
  const named = apart(greatest.map((one) => ({ ...one, width: LETTER * index.name(one.key, at).length })));
  return (
    <svg class="portrait tree" viewBox={`-110 ${-TALLEST} 220 ${TALLEST + BELOW}`} aria-hidden="true">
      <TreeMark drawn={drawn} patron={tree.patron} name={(key) => (named.has(key) ? index.name(key, at) : "")} />
    </svg>
  );
}

type Label = { key: number; x: number; y: number; width: number };

/** Those whose names stand clear of all names before them. */
function apart(labels: readonly Label[]): Set<number> {
  const kept: Label[] = [];
  for (const label of labels) {
    const clear = kept.every((one) => Math.abs(one.x - label.x) > (one.width + label.width) / 2 || Math.abs(one.y - label.y) > HIGH);
    if (clear) kept.push(label);
  }
  return new Set(kept.map((label) => label.key));
}
