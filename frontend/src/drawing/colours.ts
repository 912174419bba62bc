/** A person keeps one colour in every view; colours come from Okabe and Ito's set, widened. */

const HUES = 20;

/** The colour of a person, by key; nobody (0) and the others together (-1) are grey. */
export function colourOf(key: number): string {
  if (key <= 0) return key === 0 ? "var(--nobody)" : "var(--others)";
  return `var(--person-${(key - 1) % HUES})`;
}

/** The colour of a figure's shade, which is a person's key less one; below 0, of what is neither. */
export function shadeOf(shade: number): string {
  return shade < 0 ? "var(--neither)" : colourOf(shade + 1);
}
