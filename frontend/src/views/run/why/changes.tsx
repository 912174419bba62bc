/** What would have undone an event: the smallest change found, and how many of each kind were tried. */

import type { Why } from "../../../api/types";
import { monthName } from "../../../drawing/months";
import { grouped } from "../../../drawing/numbers";
import { Link } from "../../../parts/link";

export function Changes({ answer }: { answer: Why }) {
  const { smallest, scenario, tried, changes } = answer;
  return (
    <section aria-labelledby="undone">
      <h3 id="undone">The smallest change that undoes it</h3>
      {smallest ? (
        <p class="smallest">
          <strong>{smallest.what}</strong>, from {monthName(smallest.from)}.{" "}
          {smallest.later ? `It comes to the same in ${monthName(smallest.later)}.` : "It never comes to the same in that run."}{" "}
          {smallest.size === "one lever" && smallest.path && (
            <Link view="what-if" query={{ scenario, levers: smallest.path }}>
              Ask it of many runs
            </Link>
          )}
        </p>
      ) : (
        <p>None of {grouped(changes.length)} single changes undoes it.</p>
      )}
      <table class="tried">
        <thead>
          <tr>
            <th scope="col">Changed, one at a time</th>
            <th scope="col">Tried</th>
            <th scope="col">Undo it</th>
            <th scope="col">For good</th>
          </tr>
        </thead>
        <tbody>
          {tried
            .filter((row) => row.tried > 0)
            .map((row) => (
              <tr key={row.size}>
                <th scope="row">{row.size}</th>
                <td class="figure">{grouped(row.tried)}</td>
                <td class="figure">
                  <span class="share">
                    <svg width="60" height="8" aria-hidden="true">
                      <rect class="ground" width="60" height="8" />
                      <rect class="for" width={(60 * row.reversed) / row.tried} height="8" />
                    </svg>
                    {grouped(row.reversed)}
                  </span>
                </td>
                <td class="figure">{grouped(row.for_good)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
