/** Numbers as readers meet them. */

/** A share as whole per cent; what is more than nothing is never shown as 0. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share > 0.995) return ">99 %";
  return `${Math.round(100 * share)} %`;
}

/** A difference of shares in points, with its sign. */
export function points(difference: number): string {
  const rounded = Math.round(100 * difference);
  return rounded === 0 ? "0" : `${rounded > 0 ? "+" : "−"}${Math.abs(rounded)}`;
}

/** A whole number with its thousands apart. */
export function grouped(number: number): string {
  return Math.round(number).toLocaleString("en-GB");
}
