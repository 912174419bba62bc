/** People of the record: all of them, and one with everything that is held of him. */

import { useAsked } from "../../api/client";
import type { People } from "../../api/types";
import { amounts, counted, dated, holds } from "../../drawing/words";
import { Group, Line, Listed, type Open } from "./listed";
import { Opened } from "./opened";

type Person = People["people"][number];

type Props = { all: readonly Person[]; words: string; open: Open };

export function PeopleList({ all, words, open }: Props) {
  const found = all.filter((one) => holds(`${one.name} ${one.id}`, words));
  return (
    <Listed
      label="People"
      said={counted(found.length, "people", words)}
      all={found}
      id={(one) => one.id}
      line={(one) => <Line entry={`person/${one.id}`} open={open} said={one.name} about={[lived(one), held(one)].filter(Boolean).join(" · ")} />}
    />
  );
}

function lived({ born, died }: Person): string {
  return born || died ? `${born ?? "?"}–${died ?? "?"}` : "";
}

function held({ politburo, offices, facts }: Person): string {
  return amounts([
    [politburo.length, "spell in the Politburo", "spells in the Politburo"],
    [offices.length, "office", "offices"],
    [facts.length, "fact", "facts"],
  ]);
}

export function PersonCard({ id, open, close }: { id: string; open: Open; close: () => void }) {
  const { value } = useAsked<People>("/record/people");
  if (!value) return <p class="card faint" role="status">Reading …</p>;
  const one = value.people.find((person) => `person/${person.id}` === id);
  if (!one) return <p class="card" role="alert">The record knows nobody called “{id.replace("person/", "")}”.</p>;
  return (
    <Opened id={id} title={one.name} row={one} whole={one} close={close}>
      <p class="faint">{lived(one)}</p>
      <dl class="facts-of">
        <Group word="Politburo" entries={one.politburo.map((spell) => [spell.id, `${spell.summary} (${dated(spell.start, spell.end)})`])} open={open} />
        <Group word="Offices" entries={one.offices.map((spell) => [spell.id, `${spell.summary} (${dated(spell.start, spell.end)})`])} open={open} />
        <Group word="Facts" entries={one.facts.map((fact) => [fact, fact])} open={open} />
      </dl>
      {one.committees.length > 0 && (
        <p class="faint">Elected to the Central Committee by congresses no. {one.committees.join(", ")}.</p>
      )}
    </Opened>
  );
}
