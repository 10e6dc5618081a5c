// Texts to the demonstration's people arrive, whether a screen shows their phone or not; nobody else gets one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { addHandset, deliverToHandset, listHandsets } from './handsets.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await openScratchDatabase();
});
afterAll(() => scratch?.close());

test('a phone on a screen shows it, an invented one elsewhere takes it, a real number is refused', async () => {
  const { serve } = await getKeyRing();
  const db = scratch.as('owner');
  const now = new Date('2026-11-23T08:00:00Z');
  await addHandset(db, serve, { label: 'Moradora', number: '+258800000016', now });
  const send = (id: string, to: string) => deliverToHandset(db, serve, { id, to, text: 'Recebido.', at: now });
  expect(await send('ou_1', '+258800000016')).toBe(true);
  expect(await send('ou_2', '+258800001234')).toBe(true);
  expect(await send('ou_3', '+258841234567')).toBe(false);
  const [phone] = await listHandsets(db, serve);
  expect(phone?.texts.map(({ text }) => text)).toEqual(['Recebido.']);
});
