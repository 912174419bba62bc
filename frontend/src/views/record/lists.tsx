/** The record's lists: what a search found, votes, disputes. */

import type { Dispute, Found, Votes } from "../../api/types";
import { grouped } from "../../drawing/numbers";
import { counted, dated, holds } from "../../drawing/words";
import { Readings } from "./entry";
import { Line, Listed, type Open } from "./listed";
import { Years } from "./years";

type FoundProps = {
  found: Found;
  open: Open;
  page: number;
  size: number;
  turn: (page: number) => void;
  suggest: (words: string) => void;
  choose: (year: number) => void;
};

export function FoundList({ found, open, page, size, turn, suggest, choose }: FoundProps) {
  const { shown } = found;
  const more = (page + 1) * size < Math.max(found.facts, found.rows);
  const near = Object.values(shown.suggestions).flat();
  const lines = [
    ...shown.facts.map((fact) => ({ ...fact, said: fact.claim, about: `${fact.kind} · ${fact.source}` })),
    ...shown.rows.map((row) => ({ ...row, said: row.summary, about: `${row.table} · confidence ${row.confidence}` })),
  ];
  return (
    <Listed
      label="Found"
      said={`${grouped(found.facts)} statements and ${grouped(found.rows)} rows of tables.`}
      all={lines}
      id={(one) => one.id}
      line={(one) => <Line entry={one.id} open={open} said={one.said} about={`${dated(one.date_from, one.date_to)} · ${one.about}`} />}
      above={
        lines.length > 0 || page > 0 ? (
          <Years years={found.years} choose={choose} />
        ) : (
          <p>
            Nothing has all of these words. {near.length > 0 && "Nearest: "}
            {near.map((word) => (
              <button type="button" class="quiet word" key={word} onClick={() => suggest(word)}>
                {word}
              </button>
            ))}
          </p>
        )
      }
      below={
        (page > 0 || more) && (
          <p class="pages">
            <button type="button" class="quiet" disabled={page === 0} onClick={() => turn(page - 1)}>
              Before
            </button>
            <button type="button" class="quiet" disabled={!more} onClick={() => turn(page + 1)}>
              More
            </button>
          </p>
        )
      }
    />
  );
}

type Props<T> = { all: readonly T[]; words: string; open: Open };

type Vote = Votes["votes"][number];

export function VotesList({ all, words, open }: Props<Vote>) {
  const found = all.filter((one) => holds(`${one.body} ${one.question} ${one.date}`, words));
  return (
    <Listed
      label="Votes"
      said={counted(found.length, "votes", words)}
      all={found}
      id={(one) => one.id}
      line={(one) => (
        <>
          <Line entry={one.id} open={open} said={one.question} about={`${one.date} · ${one.body} · ${cast(one)} · confidence ${one.confidence}`} />
          <Count vote={one} />
        </>
      )}
    />
  );
}

function Count({ vote }: { vote: Vote }) {
  const all = (vote.in_favour ?? 0) + (vote.against ?? 0) + (vote.abstained ?? 0);
  if (vote.in_favour === null || vote.against === null || all === 0) return null;
  return (
    <svg class="count" height="8" preserveAspectRatio="none" viewBox="0 0 100 8" aria-hidden="true">
      <rect class="for" width={(100 * vote.in_favour) / all} height="8" />
      <rect class="against" x={100 - (100 * vote.against) / all} width={(100 * vote.against) / all} height="8" />
    </svg>
  );
}

function cast(vote: Vote): string {
  if (vote.options.length > 0) return vote.options.map((one) => `${one.answer} ${grouped(one.votes)}`).join(", ");
  const parts = [
    [vote.in_favour, "for"],
    [vote.against, "against"],
    [vote.abstained, "abstained"],
  ] as const;
  return parts.flatMap(([count, word]) => (count === null ? [] : [`${grouped(count)} ${word}`])).join(", ") || "no count";
}

export function DisputesList({ all, words }: { all: readonly Dispute[]; words: string }) {
  const found = all.filter((one) => holds(`${one.issue} ${one.variants.map((variant) => variant.reading).join(" ")}`, words));
  return (
    <Listed
      label="Disputed"
      said={counted(found.length, "matters on which sources contradict each other", words)}
      all={found}
      id={(one) => one.id}
      line={(one) => (
        <details>
          <summary>
            {one.issue} <span class="faint inline">{one.variants.length} readings</span>
          </summary>
          <Readings dispute={one} entry="" />
        </details>
      )}
    />
  );
}
