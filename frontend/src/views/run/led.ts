/** Who leads a run by conduct, as stretches of months. */

import type { Story } from "../../api/types";
import { colourOf } from "../../drawing/colours";
import { monthName, monthNumber } from "../../drawing/months";
import type { Stretch } from "../../parts/scrubber";

export type Led = Stretch & { readonly name: string };

export function led({ run }: Pick<Story, "run">, keys: ReadonlyMap<string, number>): Led[] {
  const found: (Led & { to: number })[] = [];
  for (const row of run.months) {
    const at = monthNumber(row.month);
    const before = found.at(-1);
    if (before?.name === row.conduct) before.to = at + 1;
    else {
      const colour = colourOf(keys.get(row.conduct) ?? 0);
      found.push({ from: at, to: at + 1, colour, name: row.conduct, said: `${row.conduct}, from ${monthName(row.month)}` });
    }
  }
  return found;
}
