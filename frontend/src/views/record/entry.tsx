/** One entry of the record: what it says, who says so, who says otherwise, and what the model takes from it. */

import { entryPath, useAsked } from "../../api/client";
import type { Dispute, Entry, Uses } from "../../api/types";
import { grouped } from "../../drawing/numbers";
import { seenIn } from "../../drawing/uses";
import { dated } from "../../drawing/words";
import { Link } from "../../parts/link";
import { Sources } from "../../parts/sources";
import { Trouble } from "../../parts/waiting";
import { Opened } from "./opened";

export function EntryCard({ id, close }: { id: string; close: () => void }) {
  const { value, trouble } = useAsked<Entry>(entryPath(id));
  const uses = useAsked<Uses>(entryPath(id, "uses"));
  if (trouble) return <Trouble said={trouble} />;
  if (!value) return <p class="card faint" role="status">Reading …</p>;
  return (
    <Opened
      id={value.id}
      title={value.fact?.claim ?? value.row?.summary ?? ""}
      row={{ ...(value.fact ?? value.row), ...value.values }}
      whole={{ ...value, uses: uses.value?.uses }}
      close={close}
    >
      <Particulars entry={value} />
      {value.disagreements.map((dispute) => (
        <section key={dispute.id} aria-label={`Disputed: ${dispute.issue}`}>
          <h3>Disputed: {dispute.issue}</h3>
          <Readings dispute={dispute} entry={value.id} />
        </section>
      ))}
      <section aria-label="Used by the model">
        <h3>Where the model uses it</h3>
        {uses.value?.uses.length === 0 && <p class="faint">Nowhere: it stands in the record alone.</p>}
        <ul class="uses">
          {uses.value?.uses.map((use) => (
            <li key={`${use.room} ${use.place}`}>
              {use.room}: <Seen use={use} />
            </li>
          ))}
        </ul>
      </section>
    </Opened>
  );
}

function Seen({ use }: { use: Uses["uses"][number] }) {
  const seen = seenIn(use);
  return (
    <Link view={seen.view} query={seen.query}>
      {use.place}
    </Link>
  );
}

/** What the sources say of a disputed matter, one reading after the other; `entry` is the one at hand. */
export function Readings({ dispute, entry }: { dispute: Dispute; entry: string }) {
  return (
    <ul class="dispute">
      {dispute.variants.map((variant) => (
        <li key={variant.id} class={variant.references.includes(entry) ? "this" : ""}>
          <strong>{variant.reading}</strong>
          {variant.default && <span class="tag">used unless another is chosen</span>}
          <Sources references={variant.references} />
        </li>
      ))}
    </ul>
  );
}

function Particulars({ entry }: { entry: Entry }) {
  const { fact, row } = entry;
  const source = fact?.source ?? row?.source;
  const remark = fact?.remark || row?.note;
  const span = fact ? dated(fact.date_from, fact.date_to) : dated(row?.date_from ?? "", row?.date_to ?? "");
  const rows: [string, string | null | undefined][] = [
    ["Date", `${span}${fact?.dates_inferred ? " (inferred, no evidence)" : ""}`],
    ["Kind", fact?.kind ?? row?.table],
    ["Figure", fact?.value_low == null ? null : `${range(fact.value_low, fact.value_high)} ${fact.unit}`],
    ["Bodies", fact?.bodies.join(", ")],
    ["Source", source],
    ["Confidence", row && `${row.confidence}; ${row.basis}`],
    ["Remark", remark],
    ["Systems", entry.systems.map((one) => `${one.id} ${one.title}`).join("; ")],
    ...Object.entries(entry.values).map(([name, value]): [string, string | null] => [
      name.replaceAll("_", " "),
      value === null || value === "" ? null : String(value),
    ]),
  ];
  return (
    <dl class="particulars">
      {rows.map(
        ([word, said]) =>
          said && (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function range(low: number, high: number | null): string {
  if (high === null) return `at least ${grouped(low)}`;
  return low === high ? String(low) : `${low} to ${high}`;
}
