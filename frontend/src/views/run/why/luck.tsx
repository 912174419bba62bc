/** Draws of luck on which an event hung, and the appointments behind its voters. */

import type { Why } from "../../../api/types";
import { monthName } from "../../../drawing/months";
import { percent } from "../../../drawing/numbers";

const SHOWN = 6;

export function Luck({ answer }: { answer: Why }) {
  const mattered = answer.draws.filter((row) => row.reversed > 0).slice(0, SHOWN);
  const made = answer.links.filter((link) => link.appointed !== null).slice(0, SHOWN);
  return (
    <section aria-labelledby="luck">
      <h3 id="luck">What hung on luck</h3>
      {mattered.length === 0 && <p class="faint">No single draw.</p>}
      <ul class="powers">
        {mattered.map((row) => (
          <li key={`${row.decision} ${row.whom} ${row.month}`}>
            {row.whom}, {row.decision}{" "}
            <span class="faint">
              {monthName(row.month)}: undone in {percent(row.rate)} of other draws
            </span>
          </li>
        ))}
      </ul>
      {made.length > 0 && (
        <>
          <h3>Appointments behind the voters</h3>
          <ul class="powers">
            {made.map((link) => (
              <li key={`${link.client_key} ${link.patron_key}`}>
                {link.patron} made {link.client} <span class="faint">{link.post}, {monthName(link.appointed!)}; {link.voters} voters hang on it</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
