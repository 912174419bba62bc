/** Where an entry of the record is used, as the view that shows it. */

import type { Uses } from "../api/types";
import type { Query, View } from "../state/address";

export type Place = { readonly view: View; readonly query: Query };

/** The view in which a use can be seen; null for what only the pages describe. */
export function seenIn({ room, place, scenario }: Uses["uses"][number]): Place | null {
  if (room.startsWith("What if") && scenario) return { view: "what-if", query: { scenario, levers: place } };
  if (scenario) return { view: place.startsWith("persons.") ? "run" : "outcome", query: { scenario } };
  if (room !== "Institutions") return null;
  const [who, does] = place.split(" ");
  if (does) return { view: "house", query: { room: who! } };
  const body = /^bodies\.([a-z-]+)/.exec(place)?.[1];
  return body ? { view: "house", query: { room: body } } : null;
}
