/** A figure of an answer, as the server or a page hands it over: its drawing, and the month at hand in numbers. */

import { useCallback, useMemo, useState } from "preact/hooks";

import type { Fan as FanShown, Figure as Shown, Shares as SharesShown } from "../api/types";
import { monthName, monthNumber, monthText } from "../drawing/months";
import { percent } from "../drawing/numbers";
import { Arrows } from "./arrows";
import { Bars } from "./bars";
import { axisOf, Fan, rounded } from "./fan";
import { OverTime } from "./over-time";
import { Stripes } from "./stripes";

/** A figure with its title, what it says, and how to read it. */
export function Figure({ figure }: { figure: Shown }) {
  return (
    <figure class="chart">
      <figcaption>
        <h3>{figure.title}</h3>
        <p class="faint">{figure.says}</p>
      </figcaption>
      <Drawing figure={figure} />
      {figure.note && <p class="faint">{figure.note}</p>}
    </figure>
  );
}

/** The drawing of a figure alone. */
export function Drawing({ figure: { chart, says } }: { figure: Shown }) {
  switch (chart.kind) {
    case "bars":
      return <Bars chart={chart} says={says} />;
    case "stripes":
      return <Stripes chart={chart} says={says} />;
    case "arrows":
      return <Arrows chart={chart} says={says} />;
    case "fan":
      return <MovedFan chart={chart} says={says} />;
    case "shares":
      return <MovedShares chart={chart} />;
  }
}

function MovedFan({ chart, says }: { chart: FanShown; says: string }) {
  const months = Math.max(...chart.lines.map((line) => line.values.length));
  const [month, choose] = useState(monthText(monthNumber(chart.start) + months - 1));
  const at = monthNumber(month) - monthNumber(chart.start);
  const axis = useMemo(() => axisOf(chart), [chart]);
  const number = (values: readonly number[]) => rounded(values[at] ?? 0, axis);
  const said = chart.lines.map((line) => {
    const exact = line.low[at] === line.high[at];
    return `${line.name} ${number(line.values)}${exact ? "" : ` (${number(line.low)} to ${number(line.high)})`}`;
  });
  return (
    <>
      <p class="faint unit">{chart.unit}</p>
      <Fan chart={chart} says={says} month={month} choose={choose} />
      <AtHand month={month} said={said} />
    </>
  );
}

function MovedShares({ chart }: { chart: SharesShown }) {
  const end = monthText(monthNumber(chart.start) + (chart.bands[0]?.values.length ?? 1) - 1);
  const [month, set] = useState(end);
  const series = useMemo(
    () =>
      chart.bands.map((band) => ({
        // The shade of a person is his key less one, and that of the others together is -2.
        key: band.shade + 1,
        name: band.name,
        points: band.values.map((share) => ({ share, low: share, high: share })),
      })),
    [chart],
  );
  const choose = useCallback((to: string) => set(to), []);
  const at = monthNumber(month) - monthNumber(chart.start);
  const said = chart.bands.flatMap((band) => ((band.values[at] ?? 0) > 0 ? [`${band.name} ${percent(band.values[at]!)}`] : []));
  return (
    <>
      <OverTime series={series} start={chart.start} end={end} shape="stack" month={month} choose={choose} />
      <AtHand month={month} said={said} />
    </>
  );
}

function AtHand({ month, said }: { month: string; said: readonly string[] }) {
  return (
    <p class="at-hand">
      <strong>{monthName(month)}</strong> {said.join(", ")}
    </p>
  );
}
