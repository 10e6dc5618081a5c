// Which column of a table of reports holds what, as its headings say in any language that is read; a person corrects it.
import { reportFields } from '../../../shared/domain/import.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Table } from '../know/index.ts';
import { bodyHash, type ServeKeys } from '../protect/index.ts';
import { begins } from './grammars/words-of.ts';
import type { ReportMap } from './read-report-rows.ts';

/** The importer's own mapping of a table with these headings is remembered under this: keyed, for a heading may turn out to be a number. */
export const signatureOf = (keys: Pick<ServeKeys, 'dedupe'>, { columns }: Table): string =>
  bodyHash(keys, `headings|${columns.map((column) => fold(column)).join('|')}`).toString('base64');

export function guessMap(columns: readonly string[]): ReportMap {
  const map: Partial<Record<keyof ReportMap, string>> = {};
  for (const field of reportFields) {
    const heading = columns.find(
      (column) => begins(fold(column), ({ tables }) => tables.headings[field]) && !Object.values(map).includes(column),
    );
    if (heading !== undefined) map[field] = heading;
  }
  return map;
}

/** By this the headings are found under a title, and on whichever sheet they stand. */
export const countHeadings = (columns: readonly string[]): number => Object.keys(guessMap(columns)).length;

/** A day, and words or a type: less is no report. */
export const isEnough = (map: ReportMap): boolean =>
  map.date !== undefined && (map.text !== undefined || map.type !== undefined);
