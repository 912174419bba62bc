/** Numbers that can be set by degrees: a slider for each, and a way to any of them by its name. */

import { useId, useMemo, useState } from "preact/hooks";

import type { Dial } from "../../api/types";
import { holds } from "../../drawing/words";
import { Sources } from "../../parts/sources";

const STEPS = 100;
const FOUND = 12;
const KINDS: Record<Dial["kind"], string> = { person: "of a person", event: "of an event", parameter: "of the model" };

type SliderProps = { dial: Dial; value: number | null; move: (value: number | null) => void };

/** A number as it is in the story, or set: moving it sets it, and it can be let go again. */
export function Slider({ dial, value, move }: SliderProps) {
  const id = useId();
  const step = Number(((dial.high - dial.low) / STEPS).toPrecision(2)) || (dial.high - dial.low) / STEPS;
  const resting = dial.usual ?? (dial.low + dial.high) / 2;
  return (
    <div class="dial">
      <label for={id}>{dial.name}</label>
      <input
        id={id}
        type="range"
        class={value === null ? "resting" : ""}
        min={dial.low}
        max={dial.high}
        step={step}
        value={value ?? resting}
        aria-valuetext={value === null ? "as it was" : String(value)}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <output for={id}>{value === null ? "as it was" : tidy(value)}</output>
      {value !== null && (
        <button type="button" class="quiet small" onClick={() => move(null)} aria-label={`${dial.name}: as it was`}>
          ×
        </button>
      )}
      {dial.kind === "parameter" && value !== null && (
        <p class="faint">
          {tidy(dial.low)} to {tidy(dial.high)}
          {dial.usual !== null && `; ${tidy(dial.usual)} unless fitted or set`}. <Sources references={dial.source} />
        </p>
      )}
    </div>
  );
}

/** Finds a number by words, and adds it. An address may bring the words along. */
export function AnyDial({ dials, sought, add }: { dials: readonly Dial[]; sought: string; add: (dial: Dial) => void }) {
  const [words, say] = useState(sought);
  const found = useMemo(
    () => (words.trim().length < 2 ? [] : dials.filter((dial) => holds(`${dial.name} ${dial.path}`, words))),
    [dials, words],
  );
  return (
    <div class="any-dial">
      <label class="number">
        Find a number
        <input type="search" value={words} placeholder="bukharin ambition" onInput={(event) => say(event.currentTarget.value)} />
      </label>
      <ul role="status">
        {found.slice(0, FOUND).map((dial) => (
          <li key={dial.path}>
            <button
              type="button"
              class="plain"
              onClick={() => {
                add(dial);
                say("");
              }}
            >
              {dial.name}
            </button>
            <span class="faint"> {KINDS[dial.kind]}</span>
          </li>
        ))}
        {found.length > FOUND && <li class="faint">and {found.length - FOUND} more: say it more closely</li>}
        {words.trim().length >= 2 && found.length === 0 && <li class="faint">No number has such a name.</li>}
      </ul>
    </div>
  );
}

function tidy(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}
