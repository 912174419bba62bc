/** A vote: how it went, and behind it the roll, each ballot with what moved it. */

import { useState } from "preact/hooks";

import type { Ballot, Line, Story } from "../../api/types";
import { percent } from "../../drawing/numbers";
import { Person } from "../../parts/person";

const REASONS = ["policy", "tie", "authority", "dependence", "fear", "herd"] as const;
const SAID: Record<(typeof REASONS)[number], string> = {
  policy: "policy",
  tie: "ties",
  authority: "authority",
  dependence: "dependence",
  fear: "fear",
  herd: "the others",
};
/** Logits at which a bar is full: nine hundred and ninety-eight in a thousand. */
const FULL = 6;

export function Vote({ line, story }: { line: Line; story: Story }) {
  const [open, set] = useState(false);
  const cast = (line.votes_for ?? 0) + (line.votes_against ?? 0) + (line.abstained ?? 0);
  const ballots = open ? story.run.ballots.filter((ballot) => ballot.event === line.event) : [];
  return (
    <details class="vote" onToggle={(event) => set(event.currentTarget.open)}>
      <summary>
        {line.said}
        <svg class="count" height="8" preserveAspectRatio="none" viewBox="0 0 100 8" aria-hidden="true">
          <rect class="for" width={(100 * (line.votes_for ?? 0)) / cast} height="8" />
          <rect class="against" x={100 - (100 * (line.votes_against ?? 0)) / cast} width={(100 * (line.votes_against ?? 0)) / cast} height="8" />
          <line x1="50" x2="50" y1="0" y2="8" />
        </svg>
      </summary>
      {open && (ballots.length ? <Roll ballots={ballots} /> : <p class="faint">Delegates voted as regions, without a roll.</p>)}
    </details>
  );
}

function Roll({ ballots }: { ballots: readonly Ballot[] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Roll">
      <table class="roll">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Vote</th>
            <th scope="col">Chance for</th>
            {REASONS.map((reason) => (
              <th scope="col" key={reason}>
                {SAID[reason]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ballots.map((ballot) => (
            <tr key={ballot.voter_key}>
              <th scope="row">
                <Person id={ballot.voter_key} name={ballot.voter} />
              </th>
              <td class={ballot.choice}>{ballot.choice}</td>
              <td>{percent(ballot.chance)}</td>
              {REASONS.map((reason) => (
                <td key={reason}>
                  <Push logits={ballot[reason]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="faint">Bars show what moved each voter: to the right towards “for”, to the left towards “against”.</p>
    </div>
  );
}

function Push({ logits }: { logits: number }) {
  const reach = Math.min(Math.abs(logits) / FULL, 1) * 20;
  const said = Math.abs(logits) < 0.05 ? "nothing" : `${Math.abs(logits).toFixed(1)} towards ${logits > 0 ? "for" : "against"}`;
  return (
    <svg class="push" width="44" height="14" viewBox="-22 0 44 14" role="img" aria-label={said}>
      <line x1="0" x2="0" y1="0" y2="14" />
      <rect class={logits > 0 ? "for" : "against"} x={logits > 0 ? 0 : -reach} width={reach} y="3" height="8" />
      <title>{said}</title>
    </svg>
  );
}
