// Keyset cursors: the last row's sort values, opaque to the caller, parsed strictly when they come back.
import { z } from 'zod';
import { problem } from '../../shared/kit/problem.ts';

const Values = z.array(z.union([z.string(), z.number()])).max(6);

export function writeCursor(values: readonly (string | number | Date)[]): string {
  const plain = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return Buffer.from(JSON.stringify(plain)).toString('base64url');
}

/** Throws `request.invalid` when the cursor is not one of ours. */
export function readCursor<T extends z.ZodType>(cursor: string, shape: T): z.output<T> {
  try {
    return shape.parse(Values.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))));
  } catch (cause) {
    throw problem('request.invalid', { field: 'cursor' }, { cause });
  }
}
