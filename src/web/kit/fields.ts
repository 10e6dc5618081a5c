// What came from outside as named values, so that it can be looked at without trusting its shape.

export type Fields = Readonly<Record<string, unknown>>;

/** Empty for what has no fields. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** One of these words, or undefined. */
export const oneOf = <const T extends string>(words: readonly T[], value: string | undefined): T | undefined =>
  words.find((word) => word === value);

/** A whole number within these bounds, or undefined. */
export function wholeOf(
  value: string | undefined,
  { least, most }: { least: number; most: number },
): number | undefined {
  const number = value === undefined || value.trim() === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
