/** A person's name with the colour that stands for him in every drawing. */

import { colourOf } from "../drawing/colours";

export function Person({ id, name }: { id: number; name: string }) {
  return (
    <span class="person">
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle cx="5" cy="5" r="4.5" fill={colourOf(id)} />
      </svg>
      {name}
    </span>
  );
}
