/** The line at the month at hand, in a layer of its own: moved, it leaves what lies beneath as it was drawn. */

type Props = { left: number; height: number };

export function Cursor({ left, height }: Props) {
  return <i class="month-cursor" aria-hidden="true" style={{ height: `${height}px`, transform: `translateX(${left}px)` }} />;
}
