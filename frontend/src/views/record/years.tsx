/** When what was found begins, year by year: a year chosen narrows the search to it. */

import type { Found } from "../../api/types";
import { spanned, yearBars } from "../../drawing/years";

const HEIGHT = 64;

type Props = { years: Found["years"]; choose: (year: number) => void };

export function Years({ years, choose }: Props) {
  if (years.length < 2) return null;
  const bars = yearBars(years, HEIGHT);
  const [first, last] = spanned(years);
  const said = `Entries by year, ${first} to ${last}`;
  return (
    <figure class="by-year">
      <svg viewBox={`0 0 ${bars.length * 10} ${HEIGHT}`} height={HEIGHT} preserveAspectRatio="none" role="img" aria-label={said}>
        {bars.map((bar) => (
          <g key={bar.year} onClick={() => choose(bar.year)}>
            <title>{`${bar.year}: ${bar.entries}`}</title>
            <rect class="hit" x={bar.x} width="10" height={HEIGHT} />
            <rect x={bar.x + 1} y={HEIGHT - bar.height} width="8" height={bar.height} />
          </g>
        ))}
      </svg>
      <figcaption class="faint">
        <span>{first}</span> <span>entries by year</span> <span>{last}</span>
      </figcaption>
    </figure>
  );
}
