/** A part of the record as a list: how much there is, one line for each, and more on request. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { Link } from "../../parts/link";
import type { Query } from "../../state/address";

/** The address of an entry, seen from the list at hand. */
export type Open = (entry: string) => Query;

const STEP = 60;

type Props<T> = {
  label: string;
  said: string;
  all: readonly T[];
  line: (one: T) => ComponentChildren;
  id: (one: T) => string;
  /** Above the list: a picture of it, what else one might have meant. */
  above?: ComponentChildren;
  below?: ComponentChildren;
};

export function Listed<T>({ label, said, all, line, id, above, below }: Props<T>) {
  const [shown, set] = useState(STEP);
  return (
    <section class="card" aria-label={label}>
      <p class="faint" role="status">
        {said}
      </p>
      {above}
      <ul class="entries">
        {all.slice(0, shown).map((one) => (
          <li key={id(one)}>{line(one)}</li>
        ))}
      </ul>
      {shown < all.length && (
        <button type="button" class="quiet" onClick={() => set(shown + 4 * STEP)}>
          More
        </button>
      )}
      {below}
    </section>
  );
}

/** A line that leads to its entry. */
export function Line({ entry, open, said, about }: { entry: string; open: Open; said: string; about: string }) {
  return (
    <>
      <Link view="record" query={open(entry)}>
        {said}
      </Link>
      <span class="faint">{about}</span>
    </>
  );
}

/** Links to entries under a word; nothing where there are none. */
export function Group({ word, entries, open }: { word: string; entries: readonly (readonly [string, string])[]; open: Open }) {
  if (entries.length === 0) return null;
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {entries.map(([id, said]) => (
          <Link key={id + said} view="record" query={open(id)}>
            {said}
          </Link>
        ))}
      </dd>
    </div>
  );
}
