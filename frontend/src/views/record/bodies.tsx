/** Bodies of the record: all of them, and one with its sizes, its votes, and what is said of it. */

import { useAsked } from "../../api/client";
import type { Bodies } from "../../api/types";
import { grouped } from "../../drawing/numbers";
import { amounts, counted, holds } from "../../drawing/words";
import { Group, Line, Listed, type Open } from "./listed";
import { Opened } from "./opened";

type Body = Bodies["bodies"][number];

type Props = { all: readonly Body[]; words: string; open: Open };

export function BodiesList({ all, words, open }: Props) {
  const found = all.filter((one) => holds(`${one.name} ${one.id}`, words));
  return (
    <Listed
      label="Bodies"
      said={counted(found.length, "bodies", words)}
      all={found}
      id={(one) => one.id}
      line={(one) => <Line entry={`body/${one.id}`} open={open} said={one.name} about={[one.kind, held(one)].filter(Boolean).join(" · ")} />}
    />
  );
}

function held({ sizes, votes, facts }: Body): string {
  return amounts([
    [sizes.length, "size", "sizes"],
    [votes.length, "vote", "votes"],
    [facts.length, "fact", "facts"],
  ]);
}

export function BodyCard({ id, open, close }: { id: string; open: Open; close: () => void }) {
  const { value } = useAsked<Bodies>("/record/bodies");
  if (!value) return <p class="card faint" role="status">Reading …</p>;
  const one = value.bodies.find((body) => `body/${body.id}` === id);
  if (!one) return <p class="card" role="alert">The record knows no body called “{id.replace("body/", "")}”.</p>;
  return (
    <Opened id={id} title={one.name} row={one} whole={one} close={close}>
      <p class="faint">{one.kind}</p>
      <dl class="facts-of">
        <Group word="Sizes" entries={one.sizes.map((size) => [size.reference, sized(size)])} open={open} />
        <Group word="Votes" entries={one.votes.map((vote) => [vote, vote])} open={open} />
        <Group word="Facts" entries={one.facts.map((fact) => [fact, fact])} open={open} />
      </dl>
    </Opened>
  );
}

function sized(size: Body["sizes"][number]): string {
  const high = size.high && size.high !== size.low ? `–${grouped(size.high)}` : "";
  return `${size.date || "undated"}: ${grouped(size.low)}${high} ${size.unit}`;
}
