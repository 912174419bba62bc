/** Where an entry of the record is used, as the view that shows it. */

import type { Uses } from "../api/types";
import type { Query, View } from "../state/address";

export type Place = { readonly view: View; readonly query: Query };

/** The view in which a use can be seen. */
export function seenIn({ room, place, scenario }: Uses["uses"][number]): Place {
  if (room === "Parameters") return { view: "what-if", query: { find: place } };
  if (room === "Institutions") return { view: "house", query: roomIn(place) };
  const played: Query = scenario ? { scenario } : {};
  if (room === "Targets") return { view: "outcome", query: { ...played, card: "1", target: place } };
  if (room.startsWith("What if")) return { view: "what-if", query: { ...played, levers: place } };
  return { view: place.startsWith("persons.") ? "run" : "outcome", query: played };
}

/** The room of the house that a part of the institutions belongs to: a body, or whoever holds a power. */
function roomIn(place: string): Query {
  const [who, does] = place.split(" ");
  const body = does ? who : /^bodies\.([a-z-]+)/.exec(place)?.[1];
  return body ? { room: body } : {};
}
