/** The address is the state: whatever a view shows follows from its path and query, so that it can be shared. */

import { useEffect, useState } from "preact/hooks";

export const VIEWS = ["", "outcome", "run", "house", "what-if", "record"] as const;
export type View = (typeof VIEWS)[number];
export type Query = Readonly<Record<string, string>>;
export type Address = { readonly view: View; readonly query: Query };

/** An address read from a path and a query; an unknown path is the start. */
export function parse(path: string, search: string): Address {
  const name = path.replace(/^\/|\/$/g, "");
  const view = VIEWS.find((known) => known === name) ?? "";
  return { view, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** The address as written; what is empty is left out, and order never matters. */
export function written(view: View, query: Query): string {
  const kept = Object.entries(query).filter(([, value]) => value !== "");
  const search = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `/${view}${search ? `?${search}` : ""}`;
}

/** A whole number from a query, within its bounds; what is no number is the default. */
export function whole(text: string | undefined, least: number, most: number, otherwise: number): number {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return otherwise;
  return Math.min(Math.max(Number(text), least), most);
}

const CHANGED = "address-changed";

/** Go to a view. `replace` keeps the history short where somebody only looks along. */
export function go(view: View, query: Query, { replace = false } = {}): void {
  const address = written(view, query);
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  dispatchEvent(new Event(CHANGED));
}

/** The address at hand, followed as it changes. */
export function useAddress(): Address {
  const [address, follow] = useState(() => parse(location.pathname, location.search));
  useEffect(() => {
    const read = () => follow(parse(location.pathname, location.search));
    addEventListener("popstate", read);
    addEventListener(CHANGED, read);
    return () => {
      removeEventListener("popstate", read);
      removeEventListener(CHANGED, read);
    };
  }, []);
  return address;
}
