/** Outlines of bands and lines over evenly spaced steps. */

import { area, curveMonotoneX, line } from "d3-shape";

/** The outline of a band that runs between two heights at each place. */
export function band(xs: readonly number[], lows: readonly number[], highs: readonly number[]): string {
  const draw = area<number>()
    .x((i) => xs[i]!)
    .y0((i) => lows[i]!)
    .y1((i) => highs[i]!)
    .curve(curveMonotoneX);
  return draw(xs.keys()) ?? "";
}

/** A line through a height at each place. */
export function curve(xs: readonly number[], ys: readonly number[]): string {
  const draw = line<number>()
    .x((i) => xs[i]!)
    .y((i) => ys[i]!)
    .curve(curveMonotoneX);
  return draw(xs.keys()) ?? "";
}
