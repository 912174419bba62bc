/** Who could count on how much of each body: over time, and in the month at hand. */

import { useMemo } from "preact/hooks";

import type { Control } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { monthNumber } from "../../drawing/months";
import { percent } from "../../drawing/numbers";
import { curve } from "../../drawing/path";
import { Cursor } from "../../parts/cursor";
import { useWidth } from "../../parts/measure";
import { Person } from "../../parts/person";
import { Turn } from "../../parts/turn";

const ROWS = 4;
const HEIGHT = 84;

type Person_ = { key: number; person: string; months: number[]; shares: number[] };

/** Each person's control over a body, by the months in which it was measured. */
export function byPerson(control: readonly Control[], body: string): Person_[] {
  const found = new Map<number, Person_>();
  for (const row of control) {
    if (row.body !== body) continue;
    const one = found.get(row.key) ?? { key: row.key, person: row.person, months: [], shares: [] };
    one.months.push(monthNumber(row.month));
    one.shares.push(row.share);
    found.set(row.key, one);
  }
  return [...found.values()];
}

/** Everybody's control in a month: as last measured of anybody, so that the dead count on nobody. */
export function controlIn<P extends Pick<Person_, "months" | "shares">>(people: readonly P[], month: number): (P & { share: number })[] {
  const measured = Math.max(...people.flatMap((one) => one.months.filter((at) => at <= month)));
  return people
    .map((one) => ({ ...one, share: one.shares[one.months.indexOf(measured)] ?? 0 }))
    .filter((one) => one.share > 0)
    .sort((a, b) => b.share - a.share);
}

/** The month over which a drawing of all months was pressed. */
function monthUnder(event: MouseEvent, first: number, last: number): number {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return Math.round(first + ((event.clientX - box.left) / Math.max(box.width, 1)) * (last - first));
}

type Props = {
  control: readonly Control[];
  start: string;
  end: string;
  month: string;
  move: (month: number) => void;
};

export function ControlCard({ control, start, end, month, move }: Props) {
  const bodies = useMemo(() => [...new Set(control.map((row) => row.body))], [control]);
  return (
    <section class="card" aria-labelledby="control">
      <h2 id="control">Who could count on whom</h2>
      <p class="faint">The share of each body that would follow a person, were the question put.</p>
      {bodies.map((body) => (
        <Turn key={body} of={month} also={[control, start, end, move]}>
          {(month) => <Body {...{ control, body, start, end, month, move }} />}
        </Turn>
      ))}
      {bodies.length === 0 && <p class="faint">It was measured in no month of this run.</p>}
    </section>
  );
}

/** A person's share of a body over the months, as a line; the whole body is `height`. */
export function Share({ of, x, height }: { of: Person_; x: (month: number) => number; height: number }) {
  const down = of.shares.map((share) => (1 - share) * height);
  return <path stroke={colourOf(of.key)} d={curve(of.months.map(x), down)} />;
}

function Body({ control, body, start, end, month, move }: Props & { body: string }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const people = useMemo(() => byPerson(control, body), [control, body]);
  const first = monthNumber(start);
  const last = monthNumber(end);
  const at = monthNumber(month);
  const x = (value: number) => ((value - first) / Math.max(last - first, 1)) * width;
  const lines = useMemo(
    () =>
      people.map((one) => <Share key={one.key} of={one} x={x} height={HEIGHT} />),
    [people, width],
  );
  const now = controlIn(people, at).slice(0, ROWS);
  return (
    <div class="body-control">
      <h3>{body}</h3>
      <div class="over-months" ref={place}>
        <svg
          class="control"
          width={width}
          height={HEIGHT}
          aria-hidden="true"
          onClick={(event) => move(monthUnder(event, first, last))}
        >
          <line class="half" x1="0" x2={width} y1={HEIGHT / 2} y2={HEIGHT / 2} />
          {lines}
        </svg>
        <Cursor left={x(at)} height={HEIGHT} />
      </div>
      <ul class="shares still">
        {now.map((one) => (
          <li class="row bars" key={one.key}>
            <Person id={one.key} name={one.person} />
            <svg class="bar-line" height="8" aria-hidden="true">
              <rect width="100%" height="8" class="ground" />
              <rect width={`${100 * one.share}%`} height="8" fill={colourOf(one.key)} />
            </svg>
            <span class="figure">{percent(one.share)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
