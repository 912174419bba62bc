/** Who stood where in a run: seats, posts and patrons of any month, counted from the run's first. */

import type { Standing, Tied } from "../api/types";
import { by } from "./by";

type Spell = { readonly since: number; readonly until: number };

export type Index = {
  readonly standing: Standing;
  /** His name; an official's is the post that he holds then. */
  readonly name: (key: number, month: number) => string;
  /** Whether he is known by name, and may act at the summit. */
  readonly isFigure: (key: number) => boolean;
  readonly seats: (body: string, month: number) => readonly { key: number; full: boolean; since: number }[];
  readonly posts: (key: number, month: number) => readonly string[];
  /** Holders of an office, or of the posts of a class. */
  readonly holders: (place: string, month: number) => readonly { key: number; post: string; since: number }[];
  readonly tie: (key: number, month: number) => Tied | undefined;
  /** The nearest figure up his chain of ties, himself included; 0 for nobody. */
  readonly head: (key: number, month: number) => number;
};

/** Steps up a chain of ties beyond which the model feels nothing. */
const DEPTH = 4;

export function holds({ since, until }: Spell, month: number): boolean {
  return since <= month && month < until;
}

export function indexed(standing: Standing): Index {
  const people = new Map(standing.people.map((one) => [one.key, one]));
  const bodies = by(standing.seats, (one) => one.body);
  const posts = by(standing.posts, (one) => one.key);
  const places = by(standing.posts, (one) => one.place);
  const ties = by(standing.ties, (one) => one.client);
  const isFigure = (key: number) => people.get(key)?.figure ?? false;
  const held = (key: number, month: number) => (posts.get(key) ?? []).filter((one) => holds(one, month));
  const tie = (key: number, month: number) => ties.get(key)?.find((one) => holds(one, month));
  return {
    standing,
    isFigure,
    tie,
    name: (key, month) => {
      const name = people.get(key)?.name ?? `no. ${key}`;
      return name.startsWith("official") ? (held(key, month)[0]?.post ?? name) : name;
    },
    seats: (body, month) => (bodies.get(body) ?? []).filter((one) => holds(one, month)),
    posts: (key, month) => held(key, month).map((one) => one.post),
    holders: (place, month) => (places.get(place) ?? []).filter((one) => holds(one, month)),
    head: (key, month) => {
      let at = key;
      for (let step = 0; step <= DEPTH && !isFigure(at); step++) {
        const up = tie(at, month);
        if (!up) return 0;
        at = up.patron;
      }
      return isFigure(at) ? at : 0;
    },
  };
}
