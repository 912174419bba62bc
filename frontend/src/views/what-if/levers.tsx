/** What can be changed, grouped by the question that it answers: levers as switches, numbers as sliders. */

import type { Dial, Lever } from "../../api/types";
import { monthName } from "../../drawing/months";
import { Sources } from "../../parts/sources";
import { type Change, isNothing, isSame, set, turned } from "../../state/change";
import { AnyDial, Slider } from "./dials";

type Props = {
  levers: readonly Lever[];
  dials: readonly Dial[];
  /** The scenario's first and last month. */
  span: readonly [string, string];
  change: Change;
  asked: Change;
  /** Words by which a number is looked for. */
  sought: string;
  alter: (change: Change) => void;
  play: () => void;
};

export function LeverBoard({ levers, dials, span, change, asked, sought, alter, play }: Props) {
  const questions = [...new Set(levers.map((lever) => lever.question))];
  const valueOf = (dial: Dial) => change.settings.find((one) => one.path === dial.path)?.value ?? null;
  const shown = (dial: Dial) => (
    <Slider key={dial.path} dial={dial} value={valueOf(dial)} move={(value) => alter(set(change, dial.path, value))} />
  );
  const free = dials.filter((dial) => !questions.includes(dial.question ?? "") && valueOf(dial) !== null);
  const titles = [
    ...change.levers.map((name) => levers.find((lever) => lever.lever === name)?.title ?? name),
    ...change.settings.map(({ path, value }) => `${dials.find((dial) => dial.path === path)?.name ?? path}: ${value}`),
  ];
  return (
    <section class="card" aria-labelledby="levers">
      <details open={isNothing(asked)}>
        <summary>
          <h2 id="levers">{titles.length ? titles.join("; ") : "Choose what to change"}</h2>
        </summary>
        {levers.length === 0 && <p>No named changes are written for this story; any number of it can be set.</p>}
        <div class="questions">
          {questions.map((question) => (
            <fieldset key={question}>
              <legend>{question}</legend>
              {levers
                .filter((lever) => lever.question === question)
                .map((lever) => (
                  <Switch key={lever.lever} lever={lever} on={change.levers.includes(lever.lever)} turn={() => alter(turned(change, lever.lever))} />
                ))}
              {dials.filter((dial) => dial.question === question).map(shown)}
            </fieldset>
          ))}
          <fieldset>
            <legend>Any other number</legend>
            {free.map(shown)}
            <AnyDial key={sought} dials={dials} sought={sought} add={(dial) => alter(set(change, dial.path, dial.usual ?? (dial.low + dial.high) / 2))} />
            {change.settings.length > 0 && (
              <label class="number">
                Numbers are set from
                <input
                  type="month"
                  min={span[0]}
                  max={span[1]}
                  value={change.since || span[0]}
                  onChange={(event) => alter({ ...change, since: event.currentTarget.value })}
                />
              </label>
            )}
          </fieldset>
        </div>
      </details>
      <button type="button" class="play" disabled={isNothing(change) || isSame(change, asked)} onClick={play}>
        Play both futures
      </button>
    </section>
  );
}

function Switch({ lever, on, turn }: { lever: Lever; on: boolean; turn: () => void }) {
  return (
    <div class="lever">
      <label>
        <input type="checkbox" role="switch" checked={on} onChange={turn} />
        <span>{lever.title}</span>
      </label>
      <details>
        <summary class="faint">{lever.opening ? "another opening" : `from ${monthName(lever.from)}`}: how</summary>
        <p class="faint">{lever.about}</p>
        <Sources references={lever.because} />
      </details>
    </div>
  );
}
