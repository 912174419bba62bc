/** The part of the record at hand, to be taken along: as it is chosen by words and dates. */

import { useState } from "preact/hooks";

import { ask } from "../../api/client";
import type { Found } from "../../api/types";
import { csv, download, follow } from "../../drawing/export";
import { SaveMenu } from "../../parts/save";
import type { Query } from "../../state/address";

/** Entries that one request may bring. */
const MOST = 200;

type Props = { tab: string; query: Query };

export function SaveRecord({ tab, query }: Props) {
  const [said, say] = useState("");
  const chosen = new URLSearchParams();
  for (const [name, value] of [["words", query.q], ["from", query.from], ["until", query.until]] as const) {
    if (value) chosen.set(name, value);
  }
  const tables = tab === "facts" ? ["facts", "rows"] : tab === "disputes" ? [] : [tab];
  const save = async (table: string) => {
    const rows = tab === "facts" ? await all(table, chosen) : (await ask<Record<string, object[]>>(`/record/${tab}`))[tab]!;
    download(new Blob([csv(rows)], { type: "text/csv" }), `apparat-record-${table}.csv`);
  };
  return (
    <SaveMenu said={said} say={say}>
      {(tables.length ? tables : ["disputes"]).map((table) => (
        <button key={table} type="button" onClick={() => save(table).catch((error: Error) => say(error.message))}>
          {NAMES[table] ?? "Data"}, CSV
        </button>
      ))}
      {tables.map((table) => (
        <button key={table} type="button" onClick={() => follow(`/api/record/tables/${table}?${chosen}`)}>
          {NAMES[table] ?? "Data"}, Parquet
        </button>
      ))}
      {tables[0] && (
        <button type="button" onClick={() => follow(`/api/record/reports/${tables[0]}?${chosen}`)}>
          Report, one page
        </button>
      )}
    </SaveMenu>
  );
}

const NAMES: Readonly<Record<string, string>> = { facts: "Facts", rows: "Tables" };

/** Everything that the search found in one table, a page after the other. */
async function all(table: string, chosen: URLSearchParams): Promise<object[]> {
  const found: object[] = [];
  for (let start = 0; ; start += MOST) {
    const asked = new URLSearchParams([...chosen, ["limit", String(MOST)], ["start", String(start)]]);
    const page = await ask<Found>(`/record/search?${asked}`);
    found.push(...(table === "facts" ? page.shown.facts : page.shown.rows));
    if (start + MOST >= (table === "facts" ? page.facts : page.rows)) return found;
  }
}
