/** What colours mean. */

export function Legend({ entries }: { entries: readonly (readonly [string, string])[] }) {
  return (
    <ul class="legend">
      {entries.map(([name, colour]) => (
        <li key={name}>
          <i style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
