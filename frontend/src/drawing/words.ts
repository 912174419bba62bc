/** Words as readers type them, and dates as they read them. */

/** Whether a text holds all the words, whatever their case and accents. */
export function holds(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** A span of dates of unequal precision. */
export function dated(from: string, to: string): string {
  if (!from && !to) return "undated";
  if (!to || from === to) return from;
  return `${from || "?"} to ${to}`;
}

const MONTHS = /\b(january|february|march|april|may|june|july|august|september|october|november|december)(?= \d{4})/g;

/** A name written small, as a sentence begins, its months as months are written. */
export function sentence(name: string): string {
  const said = name.replace(MONTHS, capital);
  return capital(said);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
