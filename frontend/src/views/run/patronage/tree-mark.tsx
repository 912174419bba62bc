/** The strokes of one tree: wood and leaves, what is new in the month, and what was cut. */

import { colourOf } from "../../../drawing/colours";
import type { Drawn } from "../../../drawing/grove";

type Props = { drawn: Drawn; patron: number; name?: (key: number) => string };

/** With `name`, the leaders on its limbs are named. */
export function TreeMark({ drawn, patron, name }: Props) {
  return (
    <g style={{ color: colourOf(patron) }}>
      <path class="fallen" d={drawn.fallen} />
      <path class="ground" d="M-66 1H66" />
      {drawn.clients > 0 && <path class="wood" d={drawn.wood} />}
      <path class="stumps" d={drawn.stumps} />
      <path class="leaves" d={drawn.leaves} />
      <path class="buds" d={drawn.buds} />
      {drawn.figures.map((one) => (
        <g key={one.key} style={{ color: colourOf(one.key) }}>
          <path class="leaves" d={one.leaves} />
          <circle class="joint" cx={one.x} cy={one.y} r="3.4" />
        </g>
      ))}
      <path class="shoots" d={drawn.shoots} />
      {name &&
        drawn.figures.map((one) => (
          <text key={one.key} class="grafted" x={one.x} y={one.y - 5}>
            {name(one.key)}
          </text>
        ))}
    </g>
  );
}
