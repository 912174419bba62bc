/** A person keeps one colour in every view; colours come from Okabe and Ito's set, widened. */

const HUES = 10;

/** The colour of a person, by key; nobody (0) and the others together (-1) are grey. */
export function colourOf(key: number): string {
  if (key <= 0) return key === 0 ? "var(--nobody)" : "var(--others)";
  return `var(--person-${(key - 1) % HUES})`;
}
