// A small row of bars: the shape of some days or weeks at a glance, and the same in words for who cannot see it.
import type { ReactNode } from 'react';

type Props = {
  values: readonly number[];
  label: string /** What fills the height; the largest value when left out. */;
  most?: number;
};

const STEP = 10;
const HEIGHT = 28;

export function Bars({ values, label, most }: Props): ReactNode {
  const top = most ?? Math.max(1, ...values);
  const last = values.length - 1;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      width={values.length * STEP}
      height={HEIGHT}
    >
      <title>{label}</title>
      {values.map((value, index) => {
        const height = Math.max(value > 0 ? 2 : 1, (value / top) * (HEIGHT - 2));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the row
            key={index}
            x={index * STEP + 1}
            y={HEIGHT - height}
            width={STEP - 3}
            height={height}
            rx={1}
            fill={index === last ? 'var(--accent-ink)' : 'var(--quiet)'}
            opacity={value === 0 ? 0.35 : 1}
          />
        );
      })}
    </svg>
  );
}
