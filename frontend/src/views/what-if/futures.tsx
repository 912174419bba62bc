/** The two futures: shares side by side under one month, the difference with its interval, where they part. */

import { useCallback, useMemo, useRef } from "preact/hooks";

import type { Order, WhatIf } from "../../api/types";
import { twoFutures } from "../../drawing/futures";
import { monthName, monthNumber } from "../../drawing/months";
import { grouped, percent } from "../../drawing/numbers";
import { spelled } from "../../drawing/words";
import { Save } from "../../parts/save";
import { Scrubber } from "../../parts/scrubber";
import { Segments } from "../../parts/segments";
import { Term } from "../../parts/term";
import type { Query } from "../../state/address";
import { useMonth } from "../../state/month";
import { OverTime } from "../../charts/over-time";
import { DifferenceCard } from "./difference";
import { Parting } from "./parting";

const YARDSTICKS = [
  ["conduct", "by conduct"],
  ["power", "by power"],
] as const;

type Props = { result: WhatIf; order: Order; query: Query; change: (changes: Query, replace?: boolean) => void };

export function Futures({ result, order, query, change }: Props) {
  const yardstick = query.by === "power" ? "power" : "conduct";
  const write = useCallback((month: string) => change({ month }, true), [change]);
  const [month, move] = useMonth(query.month, result.start, result.end, write);
  const choose = useCallback((to: string) => move(monthNumber(to)), [move]);
  const both = useMemo(() => twoFutures(result, yardstick), [result, yardstick]);
  const arm = result.arms[0];
  const ticks = useMemo(
    () => [arm?.from, arm?.first, arm?.median].flatMap((at) => (at ? [monthNumber(at)] : [])),
    [arm],
  );
  const drawing = useRef<HTMLDivElement>(null);
  const picture = () => drawing.current?.querySelectorAll("svg")[1];
  return (
    <>
      <p class="lead answer">{spelled(result.arms.reduce((said, one) => said.replace(`with ${one.arm}`, "with the change"), result.conclusion))}</p>
      <section class="card steer" aria-label="Month by month">
        <Scrubber {...{ month, move, ticks }} start={result.start} end={result.end} />
        {arm && (
          <p class="faint">
            The change acts from {monthName(arm.from)}
            {arm.opening && ", as another opening state"}. {grouped(arm.parted)} of {grouped(result.runs)} histories part from
            their twins{arm.median && `, half of those by ${monthName(arm.median)}`}; {grouped(arm.changed)} end with another
            leader.
          </p>
        )}
      </section>
      <section class="card" aria-labelledby="futures">
        <div class="head">
          <h2 id="futures">
            Who leads, <Term word={yardstick === "conduct" ? "by conduct" : "by power"} />: share of histories
          </h2>
          <div class="tools">
            <Segments label="Yardstick" options={YARDSTICKS} value={yardstick} choose={(by) => change({ by }, true)} />
            <Save name={`apparat-${result.scenario}-what-if`} picture={picture} rows={() => result.over_time} whole={result} order={order} table="over_time" />
          </div>
        </div>
        <div class="futures" ref={drawing}>
          <figure>
            <figcaption>As it was</figcaption>
            <OverTime series={both.without} start={result.start} end={result.end} shape="stack" month={month} choose={choose} label="Month, as it was" />
          </figure>
          <figure>
            <figcaption>With the change</figcaption>
            <OverTime series={both.with} start={result.start} end={result.end} shape="stack" month={month} choose={choose} label="Month, with the change" />
          </figure>
        </div>
      </section>
      <DifferenceCard result={result} yardstick={yardstick} month={month} choose={choose} />
      <Parting result={result} />
      <footer class="origin">
        <p>
          {result.calibrated ? "Calibrated" : "Uncalibrated"}, {result.traits} traits, seed {result.seed}, {grouped(result.runs)}{" "}
          pairs; the change took hold in {percent(result.applied / result.runs)} of them. The same again: <code>{result.command}</code>
        </p>
        <details>
          <summary>What the answer rests on</summary>
          <ul>
            {result.assumptions.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </details>
      </footer>
    </>
  );
}
