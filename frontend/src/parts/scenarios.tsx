/** Which story a view tells, with room for what else it lets one choose. */

import type { ComponentChildren } from "preact";

import { useAsked } from "../api/client";
import type { Scenarios as Known } from "../api/types";

type Props = { chosen: string; choose: (scenario: string) => void; children?: ComponentChildren };

export function Scenarios({ chosen, choose, children }: Props) {
  const { value } = useAsked<Known>("/scenarios");
  const known = [...(value?.scenarios ?? [])].sort((a, b) => (a.first < b.first ? -1 : 1));
  return (
    <form class="bar" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span class="unseen">Scenario</span>
        <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {!known.some((one) => one.scenario === chosen) && <option value={chosen}>{chosen}</option>}
          {known.map((one) => (
            <option key={one.scenario} value={one.scenario}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      {children}
    </form>
  );
}
