/** The roll by reason: how many ballots each reason moved, to which side. */

import type { Why } from "../../../api/types";
import { percent } from "../../../drawing/numbers";
import { Term } from "../../../parts/term";

const SAID: Record<Why["reasons"][number]["reason"], string> = {
  policy: "policy",
  tie: "ties",
  authority: "authority",
  dependence: "dependence",
  fear: "fear",
  herd: "the others",
  chance: "chance",
};

export function RollByReason({ votes, reasons }: Pick<Why, "votes" | "reasons">) {
  return (
    <>
      {votes.map((vote) => {
        const rows = reasons.filter((row) => row.event === vote.event && row.votes_for + row.votes_against + row.abstained > 0);
        const most = Math.max(...rows.flatMap((row) => [row.votes_for, row.votes_against]), 1e-9);
        const count = (amount: number) => (vote.by_region ? percent(amount) : String(Math.round(amount)));
        return (
          <div class="scroll" key={vote.event} tabIndex={0} role="region" aria-label={`Roll by reason: ${vote.said}`}>
            <table class="by-reason">
              <caption>{vote.said}</caption>
              <thead>
                <tr>
                  <th scope="col">What moved the ballot most</th>
                  <th scope="col">Against</th>
                  <th scope="col">
                    <span class="unseen">Drawn</span>
                  </th>
                  <th scope="col">For</th>
                  <th scope="col">Abstained</th>
                  <th scope="col">Would turn without it</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.reason}>
                    <th scope="row">
                      <Term word={`reason: ${row.reason}`} said={SAID[row.reason]} />
                    </th>
                    <td class="figure">{count(row.votes_against)}</td>
                    <td>
                      <svg class="push wide" width="120" height="14" viewBox="-60 0 120 14" aria-hidden="true">
                        <rect class="against" x={(-58 * row.votes_against) / most} width={(58 * row.votes_against) / most} y="2" height="10" />
                        <rect class="for" width={(58 * row.votes_for) / most} y="2" height="10" />
                        <line x1="0" x2="0" y1="0" y2="14" />
                      </svg>
                    </td>
                    <td class="figure">{count(row.votes_for)}</td>
                    <td class="figure">{row.abstained ? count(row.abstained) : ""}</td>
                    <td class="figure">{row.turned > 0 ? count(row.turned) : "none"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </>
  );
}
