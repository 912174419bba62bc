/** Seats of a body on arcs, as in a chamber seen from above. */

export type Seat = { readonly x: number; readonly y: number; readonly angle: number };

/**
 * Places for `count` seats on as few concentric half circles as hold them `gap` apart, the innermost of radius `inner`.
 * Angles go from left to right; seats are ordered by angle, so that neighbours in a list sit together.
 */
export function hemicycle(count: number, inner: number, gap: number): Seat[] {
  const radii: number[] = [];
  const room = (radius: number) => Math.floor((Math.PI * radius) / gap) + 1;
  let held = 0;
  for (let radius = inner; held < count; radius += gap) {
    radii.push(radius);
    held += room(radius);
  }
  const perRow = shared(count, radii);
  const seats = radii.flatMap((radius, row) => onArc(perRow[row]!, radius));
  return seats.sort((a, b) => a.angle - b.angle || a.y - b.y);
}

/** Seats for each row in proportion to its length, adding up to `count`. */
function shared(count: number, radii: readonly number[]): number[] {
  const length = radii.reduce((sum, radius) => sum + radius, 0);
  let taken = 0;
  let along = 0;
  return radii.map((radius) => {
    along += radius;
    const upTo = Math.round((count * along) / length);
    const here = upTo - taken;
    taken = upTo;
    return here;
  });
}

function onArc(count: number, radius: number): Seat[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = count === 1 ? Math.PI / 2 : (Math.PI * i) / (count - 1);
    return { x: -radius * Math.cos(angle), y: -radius * Math.sin(angle), angle };
  });
}
