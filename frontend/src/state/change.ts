/** What is changed in a what-if: levers pulled and numbers set, as an address holds them. */

import type { Setting } from "../api/types";
import type { Query } from "./address";

export type Change = { readonly levers: readonly string[]; readonly settings: readonly Setting[]; readonly since: string };

const MOST_LEVERS = 12;
const MOST_SETTINGS = 8;
const SETTING = /^([a-z]+(?:\.[a-z0-9_*-]+){1,3}):(-?\d+(?:\.\d+)?)$/;

/** The change that an address asks for; what is no setting is passed over. */
export function asked(query: Query): Change {
  return {
    levers: (query.levers ?? "").split(",").filter(Boolean).slice(0, MOST_LEVERS),
    settings: (query.set ?? "")
      .split(",")
      .flatMap((text) => {
        const found = SETTING.exec(text);
        return found ? [{ path: found[1]!, value: Number(found[2]) }] : [];
      })
      .slice(0, MOST_SETTINGS),
    since: query.since ?? "",
  };
}

/** The change as an address holds it. The month means something for numbers alone. */
export function written({ levers, settings, since }: Change): Query {
  return {
    levers: levers.join(","),
    set: settings.map(({ path, value }) => `${path}:${value}`).join(","),
    since: settings.length ? since : "",
  };
}

export function isSame(one: Change, other: Change): boolean {
  return JSON.stringify(written(one)) === JSON.stringify(written(other));
}

export function isNothing(change: Change): boolean {
  return change.levers.length === 0 && change.settings.length === 0;
}

/** The change with a lever turned round. */
export function turned(change: Change, lever: string): Change {
  const levers = change.levers.includes(lever) ? change.levers.filter((one) => one !== lever) : [...change.levers, lever];
  return { ...change, levers };
}

/** The change with a number set, or left as it is (null). */
export function set(change: Change, path: string, value: number | null): Change {
  const others = change.settings.filter((one) => one.path !== path);
  if (value === null) return { ...change, settings: others };
  const there = change.settings.some((one) => one.path === path);
  const settings = there
    ? change.settings.map((one) => (one.path === path ? { path, value } : one))
    : [...others, { path, value }].slice(0, MOST_SETTINGS);
  return { ...change, settings };
}
