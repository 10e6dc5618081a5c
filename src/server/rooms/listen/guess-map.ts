// Which column of a table of reports holds what, as its headings say in any language that is read; a person corrects it.
import { reportFields } from '../../../shared/domain/import.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Table } from '../know/index.ts';
import { begins } from './grammars/words-of.ts';
import type { ReportMap } from './read-report-rows.ts';

/** The importer's own mapping of a table with these headings is remembered under this. */
export const signatureOf = (table: Table): string =>
  table.columns
    .map((column) => fold(column))
    .join('|')
    .slice(0, 1_000);

export function guessMap(table: Table): ReportMap {
  const map: Partial<Record<keyof ReportMap, string>> = {};
  for (const field of reportFields) {
    const heading = table.columns.find(
      (column) => begins(fold(column), ({ tables }) => tables.headings[field]) && !Object.values(map).includes(column),
    );
    if (heading !== undefined) map[field] = heading;
  }
  return map;
}

/** A day, and words or a type: less is no report. */
export const isEnough = (map: ReportMap): boolean =>
  map.date !== undefined && (map.text !== undefined || map.type !== undefined);
