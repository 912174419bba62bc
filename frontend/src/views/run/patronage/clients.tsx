/** The clients of one leader who have people of their own: who they are, how he made them, and who was cut off. */

import type { Tied } from "../../../api/types";
import type { Tree } from "../../../drawing/grove";
import { monthName, monthNumber, monthText } from "../../../drawing/months";
import { grouped } from "../../../drawing/numbers";
import { holds, type Index } from "../../../drawing/standing";
import { Person } from "../../../parts/person";

const SHOWN = 12;
const LATELY = 12;

type Props = { tree: Tree; index: Index; at: number; start: string };

export function Clients({ tree, index, at, start }: Props) {
  const ties = tree.limbs.map((limb) => limb.tie);
  const now = ties.filter((tie) => holds(tie, at)).sort((a, b) => b.strength - a.strength);
  const cut = ties.filter((tie) => tie.until <= at && at < tie.until + LATELY).sort((a, b) => b.until - a.until);
  const name = index.name(tree.patron, at);
  const dated = (number: number) => monthName(monthText(monthNumber(start) + number));
  const count = tree.following.clients[at] ?? 0;
  return (
    <div class="clients">
      <div>
        <h3>
          <Person id={tree.patron} name={`${name}'s own people`} /> <span class="faint">{grouped(count)} in all</span>
        </h3>
        {now.length === 0 && <p class="faint">None of his clients has people of his own.</p>}
        <ul>
          {now.slice(0, SHOWN).map((tie) => (
            <li key={tie.client}>
              <strong>{index.name(tie.client, at)}</strong>
              {made(tie, index, at)}
              <span class="faint">{tie.since === 0 ? " from before the run" : ` since ${dated(tie.since)}`}</span>
            </li>
          ))}
        </ul>
        {now.length > SHOWN && <p class="faint">and {now.length - SHOWN} more</p>}
      </div>
      <div>
        <h3>Cut within a year</h3>
        {cut.length === 0 && <p class="faint">None of these.</p>}
        <ul>
          {cut.slice(0, SHOWN).map((tie) => (
            <li key={`${tie.client} ${tie.until}`}>
              <strong>{index.name(tie.client, tie.until - 1)}</strong>, {ended(tie, index)}{" "}
              <span class="faint">{dated(tie.until)}</span>
            </li>
          ))}
        </ul>
        {cut.length > SHOWN && <p class="faint">and {cut.length - SHOWN} more</p>}
      </div>
    </div>
  );
}

function made(tie: Tied, index: Index, at: number): string {
  if (!tie.post || tie.since === 0 || tie.post === index.name(tie.client, at)) return "";
  return `, made ${tie.post}`;
}

function ended(tie: Tied, index: Index): string {
  const by = tie.by ? ` by ${index.name(tie.by, tie.until)}` : "";
  switch (tie.end) {
    case "dismissed":
    case "expelled":
      return `${tie.end}${by}`;
    case "passed on": {
      const next = index.tie(tie.client, tie.until);
      return next ? `now under ${index.name(next.patron, tie.until)}` : "passed on";
    }
    case "turned":
      return "turned against him";
    case "faded":
      return "the tie faded";
    case "left":
      return "left the apparatus";
    default:
      return tie.end;
  }
}
