/** The summit on the first day, as seats around a table: full members outside, candidates within. */

import { useAsked } from "../../api/client";
import type { Opening } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { hemicycle } from "../../drawing/seats";

const WIDTH = 320;
const HEIGHT = 150;

export function Table({ scenario }: { scenario: string }) {
  const { value } = useAsked<Opening>(`/scenarios/${scenario}/opening`);
  const top = value?.bodies.find((body) => body.body === "politburo");
  const full = top?.members.filter((member) => member.full) ?? [];
  const candidates = top?.members.filter((member) => !member.full) ?? [];
  const seats = hemicycle(full.length, full.length > 9 ? 112 : 104, 17);
  const inner = hemicycle(candidates.length, 56, 17);
  const said = full.map((member) => member.name).join(", ");
  return (
    <svg class="table" viewBox={`${-WIDTH / 2} ${-HEIGHT + 14} ${WIDTH} ${HEIGHT}`} role="img" aria-label={top ? `Members at the start: ${said}` : "Members at the start"}>
      {seats.map((seat, i) => (
        <g key={full[i]!.key} transform={`translate(${seat.x} ${seat.y})`}>
          <circle r="11" fill={colourOf(full[i]!.key)} />
          <text class="initial" y="4">
            {full[i]!.name[0]}
          </text>
          <title>{full[i]!.name}</title>
        </g>
      ))}
      {inner.map((seat, i) => (
        <circle key={candidates[i]!.key} cx={seat.x} cy={seat.y} r="5" class="candidate">
          <title>{candidates[i]!.name}, candidate</title>
        </circle>
      ))}
    </svg>
  );
}
