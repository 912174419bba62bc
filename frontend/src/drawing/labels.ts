/** Labels that keep out of each other's way. */

const LETTER = 6.6;
const BEFORE = 20;

/** The room that the longest of some labels takes beside a drawing. */
export function beside(labels: readonly string[]): number {
  return BEFORE + LETTER * Math.max(0, ...labels.map((label) => label.length));
}

/** Places near the wanted ones (ascending), at least `gap` apart, and none beyond `most` while there is room. */
export function spread(wanted: readonly number[], gap: number, most: number): number[] {
  const places: number[] = [];
  for (const want of wanted) places.push(Math.max(want, (places.at(-1) ?? -Infinity) + gap));
  let limit = most;
  for (let i = places.length - 1; i >= 0 && (places[i] ?? 0) > limit; i--, limit -= gap) places[i] = limit;
  return places;
}

/** How high each mark's label stands: above every later mark that begins within its width, so that no line crosses it. */
export function levels(at: readonly number[], widths: readonly number[]): number[] {
  const found = Array<number>(at.length).fill(0);
  for (let i = at.length - 1; i >= 0; i--) {
    const under = at.flatMap((place, j) => (j > i && place < at[i]! + widths[i]! ? [found[j]!] : []));
    found[i] = under.length ? 1 + Math.max(...under) : 0;
  }
  return found;
}
