/** A whole number to be set, within its bounds. */

import { whole } from "../state/address";

type Props = { label: string; value: number; least: number; most: number; set: (value: number) => void };

export function Whole({ label, value, least, most, set }: Props) {
  return (
    <label class="number">
      {label}
      <input
        type="number"
        min={least}
        max={most}
        value={value}
        onChange={(event) => set(whole(event.currentTarget.value, least, most, value))}
      />
    </label>
  );
}
