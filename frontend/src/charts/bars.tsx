/** Rows of bars, ranges and marks on one axis: a table, so that whoever listens hears labels and numbers in order. */

import { shadeOf } from "../drawing/colours";
import { marked, scale, type Scale } from "../drawing/scale";
import type { Bar, Bars as Shown } from "../api/types";

export function Bars({ chart, says }: { chart: Shown; says: string }) {
  const axis = scale(chart.within ?? ends(chart.rows));
  const signed = axis.marks[0]! < 0;
  const [label, said] = chart.heads;
  const groups = grouped(chart.rows);
  return (
    <table class="bars">
      <caption class="unseen">{says}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th aria-hidden="true" />
          <th scope="col">{said}</th>
        </tr>
      </thead>
      {groups.map(([name, rows]) => (
        <tbody key={name}>
          {name && (
            <tr class="group">
              <th colSpan={3} scope="rowgroup">
                {name}
              </th>
            </tr>
          )}
          {rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{row.label}</th>
              <td>
                <Track row={row} axis={axis} />
              </td>
              <td>{row.said}</td>
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr aria-hidden="true">
          <td />
          <td>
            <div class="axis-marks">
              {axis.marks.map((mark) => (
                <span key={mark} style={{ left: at(axis, mark) }}>
                  {marked(mark, signed)}
                </span>
              ))}
            </div>
            <span class="unit">{chart.unit}</span>
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Track({ row, axis }: { row: Bar; axis: Scale }) {
  const piece = (of: string, [one, other]: readonly [number, number], colour?: string) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)].map(axis.share) as [number, number];
    return <i class={of} style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%`, background: colour }} />;
  };
  return (
    <div class="track" aria-hidden="true">
      {axis.marks.map((mark) => (
        <s key={mark} class={mark === 0 ? "nought" : ""} style={{ left: at(axis, mark) }} />
      ))}
      {row.span && piece("span", row.span, shadeOf(row.shade))}
      {row.outer && piece("outer", row.outer)}
      {row.inner && piece("inner", row.inner)}
      {row.tick !== null && row.tick !== undefined && <em style={{ left: at(axis, row.tick) }} />}
    </div>
  );
}

function at(axis: Scale, value: number): string {
  return `${100 * axis.share(value)}%`;
}

/** What the axis must hold: nought, and whatever is drawn. */
function ends(rows: readonly Bar[]): number[] {
  return [0, ...rows.flatMap((row) => [...(row.span ?? []), ...(row.inner ?? []), ...(row.outer ?? []), ...(row.tick == null ? [] : [row.tick])])];
}

/** Neighbouring rows of one group, together under its name. */
export function grouped(rows: readonly Bar[]): [string, Bar[]][] {
  const found: [string, Bar[]][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last[0] === row.group) last[1].push(row);
    else found.push([row.group, [row]]);
  }
  return found;
}
