/** When seats were lost: the middle nine tenths of the model's dates, beside the date of the record. */

import type { Ensemble, SeatLoss } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { januaries, monthName, monthNumber } from "../../drawing/months";
import { percent } from "../../drawing/numbers";
import { Person } from "../../parts/person";
import { Sources } from "../../parts/sources";

export function Falls({ result }: { result: Ensemble }) {
  const rows = result.losses.filter((row) => row.recorded !== null);
  if (rows.length === 0) return null;
  const first = monthNumber(result.start);
  const reach = monthNumber(result.end) - first;
  const at = (month: string) => `${(100 * (monthNumber(month) - first)) / reach}%`;
  return (
    <section class="card" aria-labelledby="falls">
      <h2 id="falls">Seats lost, beside the record</h2>
      <p class="faint">Line: when nine tenths of the model's losses fall. Bar: half had happened. Diamond: the record, where it falls within these years.</p>
      <ul class="falls">
        {rows.map((row) => (
          <li key={`${row.key} ${row.body}`}>
            <div class="who">
              <Person id={row.key} name={row.person} />
              <span class="faint">
                {row.body}, in {percent(row.share)} of runs
                <br />
                recorded {row.recorded && monthName(row.recorded)}
              </span>
              <Sources references={row.source} />
            </div>
            <svg class="span" height="24" role="img" aria-label={said(row)}>
              {januaries(first, first + reach).map((january) => (
                <line key={january} class="rule" x1={`${(100 * (january - first)) / reach}%`} x2={`${(100 * (january - first)) / reach}%`} y1="2" y2="22" />
              ))}
              {row.early && row.late && (
                <line x1={at(row.early)} x2={at(row.late)} y1="12" y2="12" stroke={colourOf(row.key)} class="reach" />
              )}
              {row.median && <line x1={at(row.median)} x2={at(row.median)} y1="5" y2="19" stroke={colourOf(row.key)} class="middle" />}
              {row.recorded && row.recorded <= result.end && (
                <svg x={at(row.recorded)} y="12" overflow="visible">
                  <path d="M0-6L6 0L0 6L-6 0Z" class="recorded" />
                </svg>
              )}
            </svg>
          </li>
        ))}
      </ul>
      <p class="years faint" aria-hidden="true">
        <span>{result.start.slice(0, 4)}</span>
        <span>{result.end.slice(0, 4)}</span>
      </p>
    </section>
  );
}

function said(row: SeatLoss): string {
  const model = row.median ? `half of the losses by ${monthName(row.median)}` : "never lost in the model";
  return `${row.person}: ${model}; recorded ${row.recorded ? monthName(row.recorded) : "never"}`;
}
