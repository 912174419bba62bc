/** A share with what leaves it open: a thin line between sets of parameters, a thick one by luck, a dot. */

type Props = { share: number; low: number; high: number; outerLow?: number | null; outerHigh?: number | null; colour: string };

export function Interval({ share, low, high, outerLow, outerHigh, colour }: Props) {
  const at = (value: number) => `${100 * value}%`;
  return (
    <svg class="interval" height="18" aria-hidden="true">
      <line class="ground" x1="0" x2="100%" y1="9" y2="9" />
      {outerLow != null && outerHigh != null && (
        <line class="outer" x1={at(outerLow)} x2={at(outerHigh)} y1="9" y2="9" stroke={colour} />
      )}
      <line class="inner" x1={at(low)} x2={at(high)} y1="9" y2="9" stroke={colour} />
      <circle cx={at(share)} cy="9" r="4" fill={colour} />
    </svg>
  );
}
