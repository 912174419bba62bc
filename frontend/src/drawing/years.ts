/** Counts by year as bars, a place for every year between the first and the last. */

export type InYear = { readonly year: number; readonly entries: number };
export type YearBar = InYear & { readonly x: number; readonly height: number };

const WIDTH = 10;

/** The first and the last year, which stand in order. */
export function spanned(years: readonly InYear[]): [number, number] {
  return [years[0]!.year, years.at(-1)!.year];
}

/** Bars of ten units each, the highest as high as there is room. */
export function yearBars(years: readonly InYear[], height: number): YearBar[] {
  const counts = new Map(years.map((one) => [one.year, one.entries]));
  const [first, last] = spanned(years);
  const most = Math.max(...counts.values());
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const entries = counts.get(first + i) ?? 0;
    return { year: first + i, entries, x: WIDTH * i, height: (height * entries) / most };
  });
}
