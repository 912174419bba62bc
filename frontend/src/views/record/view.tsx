/** The historical record: search it, look one entry up, see what the model takes from it and where sources disagree. */

import { useAsked } from "../../api/client";
import type { Bodies, Disputes, Found, People, Votes } from "../../api/types";
import { Segments } from "../../parts/segments";
import { Trouble } from "../../parts/waiting";
import { go, type Query, whole } from "../../state/address";
import { BodiesList, BodyCard } from "./bodies";
import { EntryCard } from "./entry";
import type { Open } from "./listed";
import { DisputesList, FoundList, VotesList } from "./lists";
import { PeopleList, PersonCard } from "./people";
import { SaveRecord } from "./save";

const SHOWN = 40;
const TABS = [
  ["facts", "Facts and tables"],
  ["people", "People"],
  ["bodies", "Bodies"],
  ["votes", "Votes"],
  ["disputes", "Disputed"],
] as const;
type Tab = (typeof TABS)[number][0];

export function RecordView({ query }: { query: Query }) {
  const tab = TABS.find(([name]) => name === query.tab)?.[0] ?? "facts";
  const change = (changes: Query, replace = false) => go("record", { ...query, ...changes }, { replace });
  return (
    <>
      <header class="title">
        <h1>The record</h1>
        <p class="lead">
          What the model answers to: statements and tables with their sources. Where sources contradict each other, both
          stand here.
        </p>
      </header>
      <form
        class="bar search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const field = (name: string) => String(data.get(name) ?? "").trim();
          change({ q: field("q"), from: field("from"), until: field("until"), entry: "", page: "" });
        }}
      >
        <label class="grow">
          <span class="unseen">Words</span>
          <input type="search" name="q" placeholder="Trotsky 1926, purge, testament …" defaultValue={query.q} key={query.q} maxLength={200} />
        </label>
        <Year name="from" label="from" value={query.from} />
        <Year name="until" label="until" value={query.until} />
        <button type="submit">Search</button>
      </form>
      {query.entry && <Entry id={query.entry} open={(entry) => ({ ...query, entry })} close={() => change({ entry: "" })} />}
      <div class="tabs">
        <Segments label="Part of the record" options={TABS} value={tab} choose={(name) => change({ tab: name, page: "" }, true)} />
        <SaveRecord tab={tab} query={query} />
      </div>
      <List tab={tab} query={query} change={change} />
    </>
  );
}

type EntryProps = { id: string; open: Open; close: () => void };

function Entry({ id, open, close }: EntryProps) {
  if (id.startsWith("person/")) return <PersonCard {...{ id, open, close }} />;
  if (id.startsWith("body/")) return <BodyCard {...{ id, open, close }} />;
  return <EntryCard id={id} close={close} />;
}

function Year({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label class="number">
      {label}
      <input name={name} defaultValue={value} key={value} size={10} placeholder="1922-04" pattern="\d{4}(-\d{2}(-\d{2})?)?" title="YYYY, YYYY-MM or YYYY-MM-DD" />
    </label>
  );
}

type ListProps = { tab: Tab; query: Query; change: (changes: Query, replace?: boolean) => void };

function List({ tab, query, change }: ListProps) {
  const page = whole(query.page, 0, 1000, 0);
  const chosen = new URLSearchParams();
  if (query.q) chosen.set("words", query.q);
  if (query.from) chosen.set("from", query.from);
  if (query.until) chosen.set("until", query.until);
  const asked = new URLSearchParams([...chosen, ["limit", String(SHOWN)], ["start", String(page * SHOWN)]]);
  const { value, trouble } = useAsked<unknown>(tab === "facts" ? `/record/search?${asked}` : `/record/${tab}`);
  if (trouble) return <Trouble said={trouble} />;
  if (!value) return <p class="card faint" role="status">Reading …</p>;
  const list = { words: query.q ?? "", open: (entry: string) => ({ ...query, entry }) };
  switch (tab) {
    case "people":
      return <PeopleList all={(value as People).people} {...list} />;
    case "bodies":
      return <BodiesList all={(value as Bodies).bodies} {...list} />;
    case "votes":
      return <VotesList all={(value as Votes).votes} {...list} />;
    case "disputes":
      return <DisputesList all={(value as Disputes).disputes} {...list} />;
    default:
      return (
        <FoundList
          found={value as Found}
          open={list.open}
          page={page}
          size={SHOWN}
          turn={(to) => change({ page: String(to) })}
          suggest={(q) => change({ q })}
          choose={(year) => change({ from: String(year), until: String(year), page: "" })}
        />
      );
  }
}
