/** Months as whole numbers since January of year 0, and their written forms. */

const NAMES = [
  ...["January", "February", "March", "April", "May", "June", "July", "August"],
  ...["September", "October", "November", "December"],
];

/** `1922-04` (a day after it is dropped) as a number. */
export function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** A number as `1922-04`. */
export function monthText(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** `1922-04` as `April 1922`. */
export function monthName(text: string): string {
  return `${NAMES[Number(text.slice(5, 7)) - 1] ?? "?"} ${text.slice(0, 4)}`;
}

/** The Januaries from one month to another, as numbers. */
export function januaries(first: number, last: number): number[] {
  const found: number[] = [];
  for (let at = Math.ceil(first / 12) * 12; at <= last; at += 12) found.push(at);
  return found;
}
