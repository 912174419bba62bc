/** Round numbers on an axis. */

export type Scale = {
  readonly marks: readonly number[];
  /** How far along the axis a value lies, 0 to 1; what lies beyond stands at its end. */
  readonly share: (value: number) => number;
};

const ROUND = [1, 2, 2.5, 5, 10];
const STEPS = 5;

/** An axis with some five round marks that holds all values. */
export function scale(values: readonly number[]): Scale {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (!(high > low)) [low, high] = Number.isFinite(low) ? [low - 0.5, high + 0.5] : [-0.5, 0.5];
  const rough = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ROUND.find((part) => part * power >= rough * (1 - 1e-9))!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const marks = Array.from({ length: last - first + 1 }, (_, k) => round(step * (first + k)));
  const [least, most] = [marks[0]!, marks.at(-1)!];
  return { marks, share: (value) => Math.min(Math.max((value - least) / (most - least), 0), 1) };
}

/** A mark of an axis, with its sign where the axis goes both ways. */
export function marked(value: number, signed: boolean): string {
  const size = `${Math.abs(value)}`;
  return value < 0 ? `−${size}` : signed && value > 0 ? `+${size}` : size;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
