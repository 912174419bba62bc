/** One run out of many: asked for by scenario, seed and number, and chosen with the same controls everywhere. */

import { useMemo } from "preact/hooks";

import { useJob, type Work } from "../api/job";
import type { Order, Story } from "../api/types";
import { type Query, whole } from "../state/address";
import { FIRST_SCENARIO, MOST_RUN, MOST_SEED } from "../state/limits";
import { Whole } from "./number";
import { Scenarios } from "./scenarios";

export type OneRun = {
  readonly scenario: string;
  readonly seed: number;
  readonly run: number;
  readonly order: Order;
  readonly work: Work<Story>;
};

/** The run that an address asks for, with its story. */
export function useRun(query: Query): OneRun {
  const scenario = query.scenario ?? FIRST_SCENARIO;
  const seed = whole(query.seed, 0, MOST_SEED, 1);
  const run = whole(query.run, 0, MOST_RUN, 0);
  const order = useMemo<Order>(
    () => ({ kind: "run", scenario, seed, run, traits: "recorded", variants: {} }),
    [scenario, seed, run],
  );
  return { scenario, seed, run, order, work: useJob<Story>(order) };
}

type Props = { asked: OneRun; change: (changes: Query) => void; gone: Query };

/** Scenario, seed and run; `gone` is what another scenario or run does not have. */
export function RunBar({ asked, change, gone }: Props) {
  const { scenario, seed, run } = asked;
  const next = (number: number) => change({ run: String(number), ...gone });
  return (
    <Scenarios chosen={scenario} choose={(name) => change({ scenario: name, month: "", ...gone })}>
      <Whole label="Seed" value={seed} least={0} most={MOST_SEED} set={(n) => change({ seed: String(n), ...gone })} />
      <Whole label="Run" value={run} least={0} most={MOST_RUN} set={next} />
      <button type="button" class="quiet" disabled={run === 0} onClick={() => next(run - 1)}>
        Previous
      </button>
      <button type="button" class="quiet" onClick={() => next(run + 1)}>
        Next
      </button>
    </Scenarios>
  );
}
