// Rows of an imported table, each held against the shape its importer expects. A bad row says where it is, never what it says.
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { problem } from '../../../shared/kit/problem.ts';

/** Throws `request.invalid` with the row (the heading is row 1) and the column. */
export function readCsvRows<T extends z.ZodType>(csvText: string, shape: T): z.output<T>[] {
  const rows: unknown[] = parseTable(csvText);
  return rows.map((row, index) => {
    const read = shape.safeParse(row);
    if (read.success) return read.data;
    throw problem('request.invalid', { row: index + 2, column: String(read.error.issues[0]?.path[0] ?? '') });
  });
}

function parseTable(csvText: string): unknown[] {
  try {
    return parse(csvText, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw problem('request.invalid', { column: '' }, { cause });
  }
}
