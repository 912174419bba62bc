/** Who sits in a body, by the leader whom each depends on. */

import type { Place } from "../../drawing/benches";
import { by } from "../../drawing/by";
import { colourOf } from "../../drawing/colours";
import type { Index } from "../../drawing/standing";

type Props = { sitting: readonly Place[]; index: Index; at: number };

export function Members({ sitting, index, at }: Props) {
  const camps = [...by(sitting, (place) => place.head)].sort(([, one], [, other]) => other.length - one.length);
  const following = camps.filter(([head, places]) => head && places.some((place) => place.key !== head));
  const alone = camps.filter((camp) => camp[0] && !following.includes(camp)).flatMap(([, places]) => places);
  const nobody = camps.find(([head]) => !head)?.[1] ?? [];
  const named = { index, at, all: sitting.length };
  return (
    <>
      <h3>Who sits in it, by whom they depend on</h3>
      <ul class="camps">
        {following.map(([head, places]) => (
          <Camp key={head} {...named} title={index.name(head, at)} places={places} colour={colourOf(head)} />
        ))}
        <Camp {...named} title="On nobody: leaders of their own" places={alone} colour="var(--ink)" />
        <Camp {...named} title="On nobody who leads" places={nobody} colour={colourOf(0)} />
      </ul>
    </>
  );
}

type CampProps = { title: string; places: readonly Place[]; colour: string; index: Index; at: number; all: number };

function Camp({ title, places, colour, index, at, all }: CampProps) {
  if (places.length === 0) return null;
  const said = (place: Place) => `${index.name(place.key, at)}${place.full ? "" : " (candidate)"}`;
  const figures = places.filter((place) => index.isFigure(place.key));
  const officials = places.filter((place) => !index.isFigure(place.key));
  return (
    <li>
      <p>
        <span class="swatch" style={{ background: colour }} /> <strong>{title}</strong> <span class="faint">{places.length}</span>
      </p>
      <svg class="bar-line" height="6" aria-hidden="true">
        <rect width="100%" height="6" class="ground" />
        <rect width={`${(100 * places.length) / all}%`} height="6" fill={colour} />
      </svg>
      <p class="names">{figures.map(said).join(", ")}</p>
      {officials.length > 0 && (
        <details class="names">
          <summary>
            {officials.length} {officials.length === 1 ? "official" : "officials"}
          </summary>
          <ul>
            {officials.map((place) => (
              <li key={place.key}>{said(place)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
