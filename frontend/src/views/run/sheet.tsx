/** One history on a sheet of its own, to be saved as a picture: who led, and who could count on how much of each body. */

import type { Story } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { januaries, monthName, monthNumber } from "../../drawing/months";
import { grouped, percent } from "../../drawing/numbers";
import { byPerson, controlIn, Share } from "./control";
import type { Led } from "./led";

const WIDTH = 920;
/** How far what lies along the months reaches; beside it stand the names. */
const REACH = 620;
const ASIDE = REACH + 28;
const TOP = 64;
const STRIP = 16;
const HEIGHT = 96;
const LINE = 19;
const NAMES = 4;
/** The room that a letter takes, rather more than less. */
const LETTER = 7.4;
/** From one body to the next, with its name above and the years beneath. */
const STEP = HEIGHT + 62;

type Props = { story: Story; leaders: readonly Led[]; month: string };

export function Sheet({ story: { run }, leaders, month }: Props) {
  const [first, last, at] = [run.start, run.end, month].map(monthNumber) as [number, number, number];
  const x = (value: number) => ((value - first) / Math.max(last - first, 1)) * REACH;
  const bodies = [...new Set(run.control.map((row) => row.body))];
  const now = leaders.find((one) => one.from <= at && at < one.to);
  const under = TOP + STRIP + 56;
  return (
    <svg class="sheet" width={WIDTH} height={under + bodies.length * STEP}>
      <text class="title" y="20">{`${run.title}: run ${grouped(run.run)} under seed ${run.seed}`}</text>
      <text class="soft" y="46">
        Who leads, judged by conduct
      </text>
      {leaders.map((one) => (
        <rect key={one.from} x={x(one.from)} width={x(Math.min(one.to, last)) - x(one.from)} y={TOP} height={STRIP} fill={one.colour} />
      ))}
      <line class="at" x1={x(at)} x2={x(at)} y1={TOP - 4} y2={TOP + STRIP + 4} />
      <Leaders leaders={leaders} />
      {now && <Name y={TOP + STRIP - 4} colour={now.colour} name={now.name} said={monthName(month)} />}
      {bodies.map((body, i) => (
        <g key={body} transform={`translate(0 ${under + i * STEP})`}>
          <Count {...{ run, body, at, x }} years={januaries(first, last)} />
        </g>
      ))}
    </svg>
  );
}

type CountProps = { run: Story["run"]; body: string; at: number; x: (month: number) => number; years: readonly number[] };

/** Who could count on how much of a body: over all months, and by name in the one at hand. */
function Count({ run, body, at, x, years }: CountProps) {
  const people = byPerson(run.control, body);
  return (
    <>
      <text class="body" y="14">{`Who could count on the ${body}`}</text>
      <g transform="translate(0 24)">
        <rect class="ground" width={REACH} height={HEIGHT} />
        <line class="half" x1="0" x2={REACH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {people.map((one) => (
          <Share key={one.key} of={one} x={x} height={HEIGHT} />
        ))}
        <line class="at" x1={x(at)} x2={x(at)} y1="-4" y2={HEIGHT + 4} />
        {years.map((january) => (
          <text key={january} class="year" x={x(january)} y={HEIGHT + 16}>
            {january / 12}
          </text>
        ))}
        {controlIn(people, at)
          .slice(0, NAMES)
          .map((one, i) => (
            <Name key={one.key} y={16 + LINE * i} colour={colourOf(one.key)} name={one.person} said={percent(one.share)} />
          ))}
      </g>
    </>
  );
}

/** Everybody who leads at some time, in turn, each once. */
function Leaders({ leaders }: { leaders: readonly Led[] }) {
  const each = [...new Map(leaders.map((one) => [one.name, one])).values()];
  const room = (name: string) => 34 + LETTER * name.length;
  return each.map((one, i) => (
    <g key={one.name} transform={`translate(${each.slice(0, i).reduce((sum, before) => sum + room(before.name), 5)} ${TOP + STRIP + 22})`}>
      <circle cy="-4" r="5" fill={one.colour} />
      <text x="12">{`${one.name} `}</text>
    </g>
  ));
}

function Name({ y, colour, name, said }: { y: number; colour: string; name: string; said: string }) {
  return (
    <>
      <circle cx={ASIDE} cy={y - 4} r="5" fill={colour} />
      <text x={ASIDE + 12} y={y}>{`${name} `}</text>
      <text class="soft number" x={WIDTH} y={y}>
        {said}
      </text>
    </>
  );
}
