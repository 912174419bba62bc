/** Recorded motions put to the model's bodies on their dates: the model's share for, beside the record's. */

import type { Ensemble } from "../../api/types";
import { monthName } from "../../drawing/months";
import { percent } from "../../drawing/numbers";
import { sentence } from "../../drawing/words";
import { Sources } from "../../parts/sources";

/** What a motion's name says of its meeting, which stands beneath it in full. */
const HELD = / (presidium|plenum) \d{4}$/;

export function VotesCompared({ result }: { result: Ensemble }) {
  if (result.motions.length === 0) return null;
  const people = [...result.losses, ...result.over_time].map((row) => row.person);
  return (
    <section class="card" aria-labelledby="votes">
      <h2 id="votes">Recorded votes, put to the model's bodies</h2>
      <p class="faint">
        Each motion is put hypothetically on its date, in every run. Line: the share for in nine tenths of runs. Bar: half.
        Diamond: the record.
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="votes">
        <table class="votes">
          <thead>
            <tr>
              <th scope="col">Motion</th>
              <th scope="col" class="wide">
                Share for
              </th>
              <th scope="col">Model</th>
              <th scope="col">Record</th>
              <th scope="col">Carried in</th>
            </tr>
          </thead>
          <tbody>
            {result.motions.map((row) => (
              <tr key={row.motion}>
                <th scope="row">
                  {sentence(row.motion.replace(HELD, ""), people)}
                  <span class="faint">
                    {row.body}, {monthName(row.month)} <Sources references={row.source} />
                  </span>
                </th>
                <td class="wide">
                  <svg class="span" height="24" aria-hidden="true">
                    <line class="rule" x1="50%" x2="50%" y1="2" y2="22" />
                    {row.low !== null && row.high !== null && (
                      <line class="reach" x1={`${100 * row.low}%`} x2={`${100 * row.high}%`} y1="12" y2="12" />
                    )}
                    {row.median !== null && (
                      <line class="middle" x1={`${100 * row.median}%`} x2={`${100 * row.median}%`} y1="5" y2="19" />
                    )}
                    {row.recorded_share !== null && (
                      <svg x={`${100 * row.recorded_share}%`} y="12" overflow="visible">
                        <path d="M0-6L6 0L0 6L-6 0Z" class="recorded" />
                      </svg>
                    )}
                  </svg>
                </td>
                <td>{row.median === null ? "no vote" : percent(row.median)}</td>
                <td>{row.recorded_share === null ? "unknown" : percent(row.recorded_share)}</td>
                <td>{row.carried === null ? "no run" : percent(row.carried)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
