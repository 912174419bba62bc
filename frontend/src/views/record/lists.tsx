/** The record's lists: what a search found, people, bodies, votes. */

import type { Bodies, FactEntry, Found, People, RowEntry, Votes } from "../../api/types";
import { dated, holds } from "../../drawing/words";
import { grouped } from "../../drawing/numbers";
import { Link } from "../../parts/link";
import type { Query } from "../../state/address";
import { useMore } from "./view";

type Open = (entry: string) => Query;

type FoundProps = {
  found: Found;
  open: Open;
  page: number;
  size: number;
  turn: (page: number) => void;
  suggest: (words: string) => void;
};

export function FoundList({ found, open, page, size, turn, suggest }: FoundProps) {
  const { shown } = found;
  const more = (page + 1) * size < Math.max(found.facts, found.rows);
  const near = Object.entries(shown.suggestions).flatMap(([, words]) => words);
  return (
    <section class="card" aria-label="Found">
      <p class="faint" role="status">
        {grouped(found.facts)} statements and {grouped(found.rows)} rows of tables.
      </p>
      {found.facts + found.rows === 0 && (
        <p>
          Nothing has all of these words.{" "}
          {near.length > 0 && (
            <>
              Nearest:{" "}
              {near.map((word) => (
                <button type="button" class="quiet word" key={word} onClick={() => suggest(word)}>
                  {word}
                </button>
              ))}
            </>
          )}
        </p>
      )}
      <ul class="entries">
        {shown.facts.map((fact) => (
          <FactLine key={fact.id} fact={fact} open={open} />
        ))}
        {shown.rows.map((row) => (
          <RowLine key={row.id} row={row} open={open} />
        ))}
      </ul>
      {(page > 0 || more) && (
        <p class="pages">
          <button type="button" class="quiet" disabled={page === 0} onClick={() => turn(page - 1)}>
            Before
          </button>
          <button type="button" class="quiet" disabled={!more} onClick={() => turn(page + 1)}>
            More
          </button>
        </p>
      )}
    </section>
  );
}

function FactLine({ fact, open }: { fact: FactEntry; open: Open }) {
  return (
    <li>
      <Link view="record" query={open(fact.id)}>
        {fact.claim}
      </Link>
      <span class="faint">
        {dated(fact.date_from, fact.date_to)} · {fact.kind} · {fact.source}
      </span>
    </li>
  );
}

function RowLine({ row, open }: { row: RowEntry; open: Open }) {
  return (
    <li>
      <Link view="record" query={open(row.id)}>
        {row.summary}
      </Link>
      <span class="faint">
        {dated(row.date_from, row.date_to)} · {row.table} · confidence {row.confidence}
      </span>
    </li>
  );
}

export function PeopleList({ people, words, open }: { people: People["people"]; words: string; open: Open }) {
  const found = people.filter((one) => holds(`${one.name} ${one.id}`, words));
  const [shown, more] = useMore(found.length);
  return (
    <section class="card" aria-label="People">
      <p class="faint" role="status">
        {grouped(found.length)} people{words && ` with “${words}” in their names`}.
      </p>
      <ul class="entries">
        {found.slice(0, shown).map((one) => (
          <li key={one.id}>
            <details>
              <summary>
                {one.name}{" "}
                <span class="faint inline">
                  {one.born ?? ""}
                  {one.born && one.died ? "–" : ""}
                  {one.died ?? ""}
                </span>
              </summary>
              <dl class="facts-of">
                <Group word="Politburo" entries={one.politburo.map((spell) => [spell.id, `${dated(spell.start, spell.end)}`])} open={open} />
                <Group word="Offices" entries={one.offices.map((spell) => [spell.id, spell.summary])} open={open} />
                <Group word="Facts" entries={one.facts.map((fact) => [fact, fact])} open={open} />
              </dl>
              {one.committees.length > 0 && (
                <p class="faint">Elected to the Central Committee by congresses no. {one.committees.join(", ")}.</p>
              )}
            </details>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" class="quiet" onClick={more}>
          More
        </button>
      )}
    </section>
  );
}

export function BodiesList({ bodies, words, open }: { bodies: Bodies["bodies"]; words: string; open: Open }) {
  const found = bodies.filter((one) => holds(`${one.name} ${one.id}`, words));
  const [shown, more] = useMore(found.length);
  return (
    <section class="card" aria-label="Bodies">
      <p class="faint" role="status">
        {grouped(found.length)} bodies{words && ` with “${words}” in their names`}.
      </p>
      <ul class="entries">
        {found.slice(0, shown).map((one) => (
          <li key={one.id}>
            <details>
              <summary>
                {one.name} <span class="faint inline">{one.kind}</span>
              </summary>
              <dl class="facts-of">
                <Group
                  word="Sizes"
                  entries={one.sizes.map((size) => [
                    size.reference,
                    `${size.date}: ${grouped(size.low)}${size.high && size.high !== size.low ? `–${grouped(size.high)}` : ""} ${size.unit}`,
                  ])}
                  open={open}
                />
                <Group word="Votes" entries={one.votes.map((vote) => [vote, vote])} open={open} />
                <Group word="Facts" entries={one.facts.map((fact) => [fact, fact])} open={open} />
              </dl>
            </details>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" class="quiet" onClick={more}>
          More
        </button>
      )}
    </section>
  );
}

function Group({ word, entries, open }: { word: string; entries: (readonly [string, string])[]; open: Open }) {
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

export function VotesList({ votes, words, open }: { votes: Votes["votes"]; words: string; open: Open }) {
  const found = votes.filter((one) => holds(`${one.body} ${one.question} ${one.date}`, words));
  return (
    <section class="card" aria-label="Votes">
      <p class="faint" role="status">
        {grouped(found.length)} votes.
      </p>
      <ul class="entries votes-list">
        {found.map((one) => {
          const cast = (one.in_favour ?? 0) + (one.against ?? 0) + (one.abstained ?? 0);
          return (
            <li key={one.id}>
              <Link view="record" query={open(one.id)}>
                {one.question}
              </Link>
              <span class="faint">
                {one.date} · {one.body} · {counted(one)} · confidence {one.confidence}
              </span>
              {one.in_favour !== null && one.against !== null && cast > 0 && (
                <svg class="count" height="8" preserveAspectRatio="none" viewBox="0 0 100 8" aria-hidden="true">
                  <rect class="for" width={(100 * one.in_favour) / cast} height="8" />
                  <rect class="against" x={100 - (100 * one.against) / cast} width={(100 * one.against) / cast} height="8" />
                </svg>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function counted(vote: Votes["votes"][number]): string {
  if (vote.options.length > 0) return vote.options.map((one) => `${one.answer} ${grouped(one.votes)}`).join(", ");
  const parts = [
    [vote.in_favour, "for"],
    [vote.against, "against"],
    [vote.abstained, "abstained"],
  ] as const;
  return parts.flatMap(([count, word]) => (count === null ? [] : [`${grouped(count)} ${word}`])).join(", ") || "no count";
}
