/** Why one event of the run came about: the answer in prose, the roll by reason, and what would have undone it. */

import { useEffect, useMemo, useRef } from "preact/hooks";

import { useJob } from "../../../api/job";
import type { Order, Why } from "../../../api/types";
import type { OneRun } from "../../../parts/one-run";
import { Save } from "../../../parts/save";
import { Waiting } from "../../../parts/waiting";
import { Changes } from "./changes";
import { Luck } from "./luck";
import { RollByReason } from "./reasons";

type Props = { asked: OneRun; event: number; said: string | undefined; close: () => void };

export function WhyCard({ asked, event, said, ...rest }: Props) {
  const close = () => {
    // Back to where it was asked.
    document.querySelector<HTMLElement>('.ask[aria-pressed="true"]')?.focus();
    rest.close();
  };
  const { scenario, seed, run } = asked;
  const order = useMemo<Order>(
    () => ({ kind: "why", scenario, seed, run, event, traits: "recorded", variants: {} }),
    [scenario, seed, run, event],
  );
  const work = useJob<Why>(order);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever asks is brought to the answer, by eye and by ear.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [event]);
  const answer = work.result;
  return (
    <section class="card why" aria-labelledby="why" onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && close()}>
      <div class="head">
        <h2 id="why" ref={heading} tabIndex={-1}>
          Why? {answer?.said ?? said}
        </h2>
        <div class="tools">
          {answer && (
            <Save name={`apparat-why-${scenario}-${seed}-${run}-${event}`} rows={() => answer.reasons} whole={answer} order={order} table="reasons" />
          )}
          <button type="button" class="quiet" onClick={close}>
            Close
          </button>
        </div>
      </div>
      {answer ? <Answer answer={answer} /> : <Waiting work={work} of="trials" kept={false} />}
    </section>
  );
}

function Answer({ answer }: { answer: Why }) {
  return (
    <>
      <div class="prose">
        {answer.prose.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <RollByReason votes={answer.votes} reasons={answer.reasons} />
      <div class="columns">
        <Changes answer={answer} />
        <Luck answer={answer} />
      </div>
      <p class="faint">
        One history under one set of parameters. The same question on the command line: <code>{answer.command}</code>
      </p>
    </>
  );
}
