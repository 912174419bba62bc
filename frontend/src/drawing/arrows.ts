/** Where levels stand, one above the other in two columns, and the ways of arrows between them. */

export const WIDTH = 420;
const ROW = 62;
const EDGE = 26;
export const BOX = { width: 116, height: 34 };
const COLUMNS = [100, 320];
const BEND = 6;
const TIP = 9;
/** Letters that a box has room for in a line. */
const LETTERS = 14;

export type Place = { readonly x: number; readonly y: number };

export function heightOf(top: number): number {
  return 2 * EDGE + ROW * top;
}

export function placeOf(level: { column: number; height: number }, top: number): Place {
  return { x: COLUMNS[level.column]!, y: EDGE + ROW * (top - level.height) };
}

/** A line and the three corners of its head: upwards out of its column, downwards into the middle, between columns across. */
export function way(from: Place, to: Place): { line: string; head: string } {
  const inwards = from.x < WIDTH / 2 ? 1 : -1;
  if (from.x !== to.x) {
    const a = from.x + (inwards * BOX.width) / 2;
    const b = to.x - inwards * (BOX.width / 2 + TIP);
    const line = `M${a} ${from.y}C${a + inwards * 30} ${from.y} ${b - inwards * 30} ${to.y} ${b} ${to.y}`;
    return { line, head: head(b, to.y, -inwards) };
  }
  const side = to.y < from.y ? -inwards : inwards;
  const edge = from.x + (side * BOX.width) / 2;
  const reach = edge + side * ((BEND * Math.abs(to.y - from.y)) / ROW + 2 * TIP);
  const before = edge + side * TIP;
  return { line: `M${edge} ${from.y}C${reach} ${from.y} ${reach} ${to.y} ${before} ${to.y}`, head: head(before, to.y, side) };
}

function head(x: number, y: number, side: number): string {
  return `M${x} ${y - TIP}L${x - side * TIP} ${y}L${x} ${y + TIP}Z`;
}

/** A name in one line, or in two if it is long. */
export function broken(name: string): string[] {
  if (name.length <= LETTERS || !name.includes(" ")) return [name];
  const spaces = [...name.matchAll(/ /g)].map((found) => found.index);
  const middle = spaces.reduce((best, at) => (Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best));
  return [name.slice(0, middle), name.slice(middle + 1)];
}
