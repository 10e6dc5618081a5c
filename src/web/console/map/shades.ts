// Into how many shades the rates of a period fall: quarters of the districts, so that one extreme does not whiten all others.

export type Shade = { from: number; to: number };

const MOST_SHADES = 4;

/** Each shade from its least to its greatest rate that is there; equal rates share one. */
export function shadesOf(rates: readonly number[]): Shade[] {
  const sorted = rates.toSorted((a, b) => a - b);
  const shades: Shade[] = [];
  for (let quarter = 0; quarter < MOST_SHADES; quarter += 1) {
    const [first, next] = [quarter, quarter + 1].map((part) => Math.round((part * sorted.length) / MOST_SHADES));
    const held = sorted.slice(first, next).filter((rate) => rate > (shades.at(-1)?.to ?? Number.NEGATIVE_INFINITY));
    const [from, to] = [held[0], held.at(-1)];
    if (from !== undefined && to !== undefined) shades.push({ from, to });
  }
  return shades;
}

/** Which shade a rate has, 0 the lightest. */
export const shadeOf = (shades: readonly Shade[], rate: number): number =>
  shades.findIndex(({ from, to }) => rate >= from && rate <= to);
