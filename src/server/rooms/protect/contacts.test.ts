// Who wrote lately is remembered without her number, and never longer than her pseudonyms live.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Arrival, type ContactBook, openContactBook } from './contacts.ts';
import { createKeyRing } from './keys.ts';

const start = new Date('2026-03-02T08:00:00Z');
const later = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

let scratch: ScratchDatabase;
let book: ContactBook;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
beforeEach(async () => {
  await scratch.owner.query('truncate protect_contact cascade');
  const { serve } = await createKeyRing(start, 'demonstration');
  book = openContactBook({ db: scratch.as('intake'), keys: serve, country: 'MZ' });
});
afterAll(() => scratch?.close());

const meet = (from: string, now = start) =>
  book.meet({ from, gatewayId: 'sms-1', language: 'pt', origin: 'live', now } satisfies Arrival);

test('the second text of a number is nobody new, however the number is spelt', async () => {
  const first = await meet('+258800000001');
  expect(first.isNew).toBe(true);
  for (const spelt of ['+258800000001', '800000001', '00258 80 000 0001'])
    expect(await meet(spelt)).toEqual({ ...first, isNew: false });
  expect((await meet('+258800000002')).contactId).not.toBe(first.contactId);
});

test('a remembered sender is counted by the week she writes in, and stays herself', async () => {
  const first = await meet('+258800000001');
  const nextWeek = await meet('+258800000001', later(8));
  expect(nextWeek.contactId).toBe(first.contactId);
  expect(nextWeek.abuseKey).not.toEqual(first.abuseKey);
  expect(nextWeek.rangeKey).not.toEqual(first.rangeKey);
});

test('one who was forgotten is asked of the database again', async () => {
  const first = await meet('+258800000001');
  await scratch.owner.query('delete from protect_pseudonym');
  expect((await meet('+258800000001')).contactId).toBe(first.contactId);
  book.forget(first.contactId);
  expect((await meet('+258800000001')).contactId).not.toBe(first.contactId);
});
