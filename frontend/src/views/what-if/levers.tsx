/** The levers as switches, grouped by the question that each answers. */

import type { Lever } from "../../api/types";
import { monthName } from "../../drawing/months";
import { Sources } from "../../parts/sources";

type Props = {
  levers: readonly Lever[];
  pulled: readonly string[];
  asked: readonly string[];
  pull: (levers: readonly string[]) => void;
  play: () => void;
};

export function LeverBoard({ levers, pulled, asked, pull, play }: Props) {
  if (levers.length === 0) {
    return (
      <section class="card">
        <p>No changes are written for this story yet. Choose another, or set paths with `apparat what-if --set`.</p>
      </section>
    );
  }
  const questions = [...new Set(levers.map((lever) => lever.question))];
  const turn = (name: string) =>
    pull(pulled.includes(name) ? pulled.filter((one) => one !== name) : [...pulled, name]);
  const same = pulled.join() === asked.join();
  const titles = pulled.map((name) => levers.find((lever) => lever.lever === name)?.title ?? name);
  return (
    <section class="card" aria-labelledby="levers">
      <details open={asked.length === 0}>
        <summary>
          <h2 id="levers">{titles.length ? titles.join("; ") : "Choose what to change"}</h2>
        </summary>
        <div class="questions">
          {questions.map((question) => (
            <fieldset key={question}>
              <legend>{question}</legend>
              {levers
                .filter((lever) => lever.question === question)
                .map((lever) => (
                  <Switch key={lever.lever} lever={lever} on={pulled.includes(lever.lever)} turn={() => turn(lever.lever)} />
                ))}
            </fieldset>
          ))}
        </div>
      </details>
      <button type="button" class="play" disabled={pulled.length === 0 || same} onClick={play}>
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
