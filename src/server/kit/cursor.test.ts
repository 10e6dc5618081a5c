import { expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from '../../shared/kit/problem.ts';
import { readCursor, writeCursor } from './cursor.ts';

const shape = z.tuple([z.coerce.date(), z.string(), z.number()]);
const thrownBy = (deed: () => unknown): unknown => {
  try {
    return deed();
  } catch (error) {
    return error;
  }
};

test('a list goes on where it stopped: what was written is read', () => {
  const moment = new Date('2026-11-23T18:23:30.123Z');
  expect(readCursor(writeCursor([moment, 'cn_à—1', 7]), shape)).toEqual([moment, 'cn_à—1', 7]);
});

test('it passes through an address unharmed', () => {
  expect(writeCursor([new Date(0), '???>>>ÿ', 1])).toMatch(/^[A-Za-z0-9_-]+$/);
});

test.each([
  ['empty', ''],
  ['not base64', '%%%'],
  ['half of one', writeCursor([new Date(0), 'cn_1', 7]).slice(0, 9)],
  ['not a list', Buffer.from('{"a":1}').toString('base64url')],
  ['a list within', Buffer.from('[["a"],"b",1]').toString('base64url')],
  ['of another list', writeCursor(['cn_1', 7])],
  ['with one value too many', writeCursor([new Date(0), 'cn_1', 7, 8])],
  ['of seven values', writeCursor([1, 2, 3, 4, 5, 6, 7])],
  ['with a day that is none', writeCursor(['31 de Fevereiro', 'cn_1', 7])],
])('a cursor that is %s is refused by name, without its words', (_name, cursor) => {
  const refusal = thrownBy(() => readCursor(cursor, shape));
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ code: 'request.invalid', details: { field: 'cursor' } });
});
