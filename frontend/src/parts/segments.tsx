/** A choice among a few, all of them in sight. */

type Props<T extends string> = {
  label: string;
  options: readonly (readonly [T, string])[];
  value: T;
  choose: (value: T) => void;
};

export function Segments<T extends string>({ label, options, value, choose }: Props<T>) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{label}</legend>
      {options.map(([name, said]) => (
        <label key={name} class={name === value ? "chosen" : ""}>
          <input type="radio" name={label} value={name} checked={name === value} onChange={() => choose(name)} />
          {said}
        </label>
      ))}
    </fieldset>
  );
}
