/** Who made whom: the leaders' trees in the month at hand, and the clients of the one that is chosen. */

import { useCallback, useMemo, useRef } from "preact/hooks";

import type { Order } from "../../../api/types";
import { grove, LEAF } from "../../../drawing/grove";
import { monthName } from "../../../drawing/months";
import type { Index } from "../../../drawing/standing";
import { Save } from "../../../parts/save";
import { Turn } from "../../../parts/turn";
import { type Query, whole } from "../../../state/address";
import { Clients } from "./clients";
import { Grove } from "./grove";
import { Portrait } from "./portrait";

const SHOWN = 12;

type Props = {
  index: Index;
  /** The month, counted from the run's first. */
  at: number;
  month: string;
  /** The run's first month. */
  start: string;
  order: Order;
  query: Query;
  change: (changes: Query, replace?: boolean) => void;
};

export function PatronageCard({ index, at, month, start, order, query, change }: Props) {
  const trees = useMemo(() => grove(index), [index]);
  const following = useMemo(() => new Map(index.standing.followings.map((one) => [one.patron, one.clients])), [index]);
  const clients = useCallback((key: number, month: number) => following.get(key)?.[month] ?? 0, [following]);
  const choose = useCallback((key: number) => change({ tree: String(key) }, true), [change]);
  const drawing = useRef<HTMLDivElement>(null);
  const asked = whole(query.tree, 0, Number.MAX_SAFE_INTEGER, 0);
  const chosen = trees.find((tree) => tree.patron === asked) ?? trees[0];
  const shown = useMemo(() => trees.slice(0, SHOWN), [trees]);
  if (!chosen) return null;
  return (
    <section class="card" aria-labelledby="patronage">
      <div class="head">
        <h2 id="patronage">Who made whom, {monthName(month)}</h2>
        <Save
          name={`apparat-patronage-${month}`}
          picture={() => drawing.current?.querySelector("svg")}
          rows={() => index.standing.ties}
          order={order}
          table="ties"
        />
      </div>
      <p class="faint note">
        Each tree is a leader. A leaf is {LEAF} people who depend on him; limbs are clients with people of their own,
        in their own colour if they are leaders. Bright leaves and dots are ties of this month, broken stubs limbs cut of
        late, and leaves on the ground what he lost within a year. Beneath a name: his people, and ties made (+) and cut (−) within
        that year.
      </p>
      <div ref={drawing}>
        <Grove trees={shown} {...{ index, at, clients }} chosen={chosen.patron} choose={choose} />
      </div>
      <div class="chosen-tree">
        <Turn of={at} also={[chosen, index, clients]}>
          {(at) => <Portrait tree={chosen} {...{ index, at, clients }} />}
        </Turn>
        <Turn of={at} also={[chosen, index]}>
          {(at) => <Clients tree={chosen} {...{ index, at, start }} />}
        </Turn>
      </div>
    </section>
  );
}
