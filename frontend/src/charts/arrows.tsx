/** Who moves whom: arrows between levels that stand one above the other, as thick as they are strong. */

import type { Arrows as Shown } from "../api/types";
import { BOX, broken, heightOf, placeOf, way, WIDTH } from "../drawing/arrows";
import { shadeOf } from "../drawing/colours";
import { Legend } from "./legend";

const THICKEST = 8;
const LEAST = 0.8;
const LINE = 15;

export function Arrows({ chart, says }: { chart: Shown; says: string }) {
  const top = Math.max(...chart.levels.map((level) => level.height));
  const places = new Map(chart.levels.map((level) => [level.name, placeOf(level, top)]));
  const most = Math.max(...chart.arrows.map((arrow) => arrow.size), 1e-9);
  const seen = [...chart.arrows].sort((a, b) => b.size - a.size);
  return (
    <>
      <svg class="levels" viewBox={`0 0 ${WIDTH} ${heightOf(top)}`} role="img" aria-label={says}>
        {seen.map((arrow) => {
          const { line, head } = way(places.get(arrow.source)!, places.get(arrow.target)!);
          const colour = shadeOf(arrow.shade);
          return (
            <g key={`${arrow.source} ${arrow.target}`}>
              <title>{`${arrow.source} to ${arrow.target}: ${arrow.said}`}</title>
              <path class="way" d={line} stroke={colour} stroke-width={Math.max((THICKEST * arrow.size) / most, LEAST)} />
              <path d={head} fill={colour} />
            </g>
          );
        })}
        {chart.levels.map((level) => {
          const { x, y } = places.get(level.name)!;
          const lines = broken(level.name);
          return (
            <g key={level.name}>
              <rect x={x - BOX.width / 2} y={y - BOX.height / 2} width={BOX.width} height={BOX.height} rx="4" />
              {lines.map((text, k) => (
                <text key={k} x={x} y={y + 4.5 + LINE * (k - (lines.length - 1) / 2)}>
                  {text}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
      <Legend entries={Object.entries(chart.legend).map(([name, shade]) => [name, shadeOf(shade)])} />
    </>
  );
}
