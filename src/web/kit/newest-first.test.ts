import { expect, test } from 'vitest';
import { newestFirst } from './newest-first.ts';

test('facts of one moment are read in their order, newest on top', () => {
  const at = '2026-12-01T12:33:00.000Z';
  const told = { event: 'report.told', at };
  const opened = { event: 'concern.opened', at };
  const held = { event: 'concern.held', at };
  const answered = { event: 'concern.answered', at: '2026-12-01T14:00:00.000Z' };
  expect(newestFirst([told, opened, held, answered])).toEqual([answered, held, opened, told]);
});
