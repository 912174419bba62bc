/** What has the same content stays the same object, so that nobody draws it a second time. */

/** Whether two values hold the same, all the way down. */
export function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    names.length === others.length &&
    names.every((name) => name in other && alike(one[name as keyof typeof one], other[name as keyof typeof other]))
  );
}

/** A list in which whatever was there before, told by its key, is the same object if it holds the same. */
export function sharing<T>(before: readonly T[], now: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const known = new Map(before.map((one) => [keyOf(one), one]));
  return now.map((one) => {
    const old = known.get(keyOf(one));
    return old !== undefined && alike(old, one) ? old : one;
  });
}
