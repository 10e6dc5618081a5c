// Which column of a list holds which field: by its heading in any spelling, or as the importer says.
import { problem } from '../../../../shared/kit/problem.ts';
import { fold } from '../../../../shared/kit/text.ts';

/** What a field's column may be called, folded and with `_` between words. */
export type Headings<Field extends string> = readonly (readonly [field: Field, names: readonly string[]])[];

const keyOf = (column: string): string =>
  fold(column)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Throws `import.column` for a heading that was said and is not there, and without one of the `needed`. */
export function findColumns<Field extends string>(
  columns: readonly string[],
  headings: Headings<Field>,
  { map, needed }: { map: Readonly<Record<string, string>>; needed: readonly Field[] },
): ReadonlyMap<Field, number> {
  const keys = columns.map(keyOf);
  const found = new Map<Field, number>();
  for (const [field, names] of headings) {
    const said = map[field];
    const at = said === undefined ? keys.findIndex((key) => names.includes(key)) : columns.indexOf(said);
    if (said !== undefined && at < 0) throw problem('import.column', { field });
    if (at >= 0) found.set(field, at);
  }
  for (const field of needed) if (!found.has(field)) throw problem('import.column', { field });
  return found;
}

/** By this the headings are found under a title, and on whichever sheet they stand. */
export const countColumns = (columns: readonly string[], headings: Headings<string>): number =>
  columns.filter((column) => headings.some(([, names]) => names.includes(keyOf(column)))).length;
