// Intake and the joining of parts over real logins: what a gateway may bring, in any order, twice, or never.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { events } from '../../../shared/domain/journal.ts';
import type { TxSettings } from '../../db/tx.ts';
import { createLog } from '../../kit/log.ts';
import { type Runner, startRunner } from '../../work/runner.ts';
import { openContactBook, openText, type ServeKeys } from '../protect/index.ts';
import type { InboundText } from './channel.ts';
import { fileParts } from './file-parts.ts';
import { openFloodBook } from './flood-book.ts';
import { acceptDelivery, acceptText, type Gateway, type IntakeTools } from './inbox.ts';
import { openLastIn } from './last-in.ts';
import { openTextBook } from './text-book.ts';

const hearings = { 'message.received': ['understand'], 'part.received': ['file-parts'] };
const gateway: Gateway = { id: 'sms-1', origin: 'live' };
const her = '+258841234567';
let scratch: ScratchDatabase;
let keys: ServeKeys;
let settings: TxSettings;
let tools: IntakeTools;
let runner: Runner;
let understood: string[];

beforeAll(async () => {
  scratch = await openScratchDatabase();
  keys = (await getKeyRing()).serve;
});
beforeEach(async () => {
  await scratch.owner.query('truncate task, journal, listen_part, listen_inbound, protect_contact cascade');
  settings = { hearings, clock: { offsetMs: 0 }, origin: 'live' };
  const db = scratch.as('intake');
  tools = {
    db,
    tx: settings,
    keys,
    contacts: openContactBook({ db, keys, country: 'MZ' }),
    texts: openTextBook({ db, hearings }),
    floods: openFloodBook(),
    now: () => new Date(Date.now() + settings.clock.offsetMs),
    noteIn: openLastIn(db),
    findAnswer: async () => 'none',
    timeZone: 'Africa/Maputo',
  };
  understood = [];
  runner = startRunner({
    db: scratch.as('worker'),
    tx: settings,
    log: createLog({ level: 'silent' }),
    onBuried: async () => undefined,
    hearers: {
      understand: async (_ctx, payload) => {
        understood.push(events['message.received'].parse(payload).messageId);
      },
      'file-parts': (ctx, payload) => fileParts(ctx, { ...events['part.received'].parse(payload), late: false }, tools),
      'file-partial': (ctx, payload) =>
        fileParts(ctx, { ...events['part.received'].parse(payload), late: true }, tools),
    },
  });
});
afterEach(() => runner.stop());
afterAll(() => scratch?.close());

const aText = (over: Partial<InboundText> = {}): InboundText => ({
  kind: 'text',
  externalId: 'm-1',
  from: her,
  text: 'Disparos perto do mercado',
  ...over,
});
const words = ['Homens armados ', 'perto da escola, ', 'as famílias fogem'];
/** Part `number` of a text of three. */
const aPart = (
  number: number,
  over: { reference?: string; said?: readonly string[]; key?: string } = {},
): InboundText => {
  const { reference = '42', said = words, key = `${reference}-${number}` } = over;
  return aText({ externalId: key, text: said[number - 1] ?? '', part: { reference, number, of: said.length } });
};
const accept = (text: InboundText): Promise<void> => acceptText(tools, gateway, text);

/** The texts as a person would read them, in the order in which they came. */
async function texts(): Promise<string[]> {
  const { rows } = await scratch.owner.query<{ id: string; text_ct: Buffer }>(
    'select id, text_ct from listen_inbound order by received_at, id',
  );
  return rows.map((row) => openText(keys, { textClass: 'raw', table: 'listen_inbound', id: row.id }, row.text_ct));
}
const count = async (what: string): Promise<number> =>
  (await scratch.owner.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n ?? -1;
async function later(minutes: number): Promise<void> {
  settings.clock.offsetMs += minutes * 60_000;
  await runner.drained();
}

test('a text is one sealed row, one fact and one task, and is understood once', async () => {
  await accept(aText({ sentAt: new Date('2026-11-23T18:23:22Z') }));
  expect(await texts()).toEqual(['Disparos perto do mercado']);
  await runner.drained();
  const { rows } = await scratch.owner.query<{ id: string }>('select id from listen_inbound');
  expect(understood).toEqual(rows.map((row) => row.id));
  expect(await count(`journal where event = 'message.received'`)).toBe(1);
});

test('neither her number nor her words stand anywhere in the clear', async () => {
  await accept(aText());
  await accept(aPart(1));
  const tables = [
    'listen_inbound',
    'listen_part',
    'protect_contact',
    'protect_pseudonym',
    'protect_route',
    'protect_vault',
    'journal',
    'task',
  ];
  for (const table of tables) {
    const { rows } = await scratch.owner.query<{ row: string }>(`select ${table}::text as row from ${table}`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) {
      const bytes = [...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) =>
        Buffer.from(hex ?? '', 'hex').toString('latin1'),
      );
      expect(`${row} ${bytes.join(' ')}`).not.toMatch(/841234567|Disparos|Homens armados/);
    }
  }
});

test('a gateway that repeats itself is told yes, and nothing is kept twice', async () => {
  await accept(aText());
  await accept(aText());
  await Promise.all(Array.from({ length: 6 }, () => accept(aText())));
  await runner.drained();
  expect(await texts()).toHaveLength(1);
  expect(understood).toHaveLength(1);
  expect(await count(`journal where event = 'message.received'`)).toBe(1);
});

test('six first texts of one woman at the same moment are six texts of one contact', async () => {
  await Promise.all(Array.from({ length: 6 }, (_, n) => accept(aText({ externalId: `m-${n}` }))));
  expect(await texts()).toHaveLength(6);
  expect(await count('protect_contact')).toBe(1);
});

test('another text under a key that was used is refused loudly, and the first one stays', async () => {
  await accept(aText());
  await expect(accept(aText({ text: 'Outra coisa' }))).rejects.toMatchObject({ code: 'message.key-reused' });
  expect(await texts()).toEqual(['Disparos perto do mercado']);
});

test('the same key from another gateway is another text', async () => {
  await accept(aText());
  await acceptText(tools, { id: 'sms-2', origin: 'live' }, aText({ text: 'Outra coisa' }));
  expect((await texts()).sort()).toEqual(['Disparos perto do mercado', 'Outra coisa']);
});

test.each([
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 1],
  [3, 1, 2],
  [3, 2, 1],
])('three parts that come as %i, %i, %i are one text, in her order', async (...order) => {
  for (const number of order) await accept(aPart(number));
  await runner.drained();
  expect(await texts()).toEqual([words.join('')]);
  expect(understood).toHaveLength(1);
  await later(11);
  expect(await texts()).toHaveLength(1);
  expect(understood).toHaveLength(1);
});

test('parts that come all at once are one text', async () => {
  await Promise.all([3, 1, 2].map((number) => accept(aPart(number))));
  await runner.drained();
  expect(await texts()).toEqual([words.join('')]);
  expect(understood).toHaveLength(1);
});

test('parts between which the worker looked are one text', async () => {
  for (const number of [2, 3, 1]) {
    await accept(aPart(number));
    await runner.drained();
  }
  expect(await texts()).toEqual([words.join('')]);
});

test('a part that comes twice counts once, before and after the text is whole', async () => {
  for (const number of [1, 1, 2, 3]) await accept(aPart(number));
  await runner.drained();
  await accept(aPart(2));
  await later(11);
  expect(await texts()).toEqual([words.join('')]);
  expect(await count('listen_part')).toBe(3);
});

test('a part that the network brings again under a new key counts once too, before and after the text is whole', async () => {
  await accept(aPart(1));
  await accept(aPart(1, { key: 'again-1' }));
  for (const number of [2, 3]) await accept(aPart(number));
  await runner.drained();
  await accept(aPart(2, { key: 'again-2' }));
  await later(11);
  expect(await texts()).toEqual([words.join('')]);
  expect(understood).toHaveLength(1);
});

test('the same words a day later are said anew', async () => {
  for (const number of [1, 2, 3]) await accept(aPart(number));
  await later(25 * 60);
  for (const number of [1, 2, 3]) await accept(aPart(number, { key: `later-${number}` }));
  await runner.drained();
  expect(await texts()).toEqual([words.join(''), words.join('')]);
});

test('the same part twice at the same moment is a repeat, not a fault', async () => {
  for (let n = 0; n < 5; n += 1)
    await Promise.all(Array.from({ length: 4 }, () => accept(aPart(1, { reference: `r${n}` }))));
  expect(await count('listen_part')).toBe(5);
});

test('other words under the key of a part are refused loudly', async () => {
  await accept(aPart(1));
  await expect(accept(aPart(1, { said: ['a', 'b', 'c'] }))).rejects.toMatchObject({ code: 'message.key-reused' });
});

test('when a part never comes, the rest is read after ten minutes, not before', async () => {
  await accept(aPart(1));
  await accept(aPart(3));
  await runner.drained();
  await later(9);
  expect(await texts()).toEqual([]);
  await later(1.1);
  expect(await texts()).toEqual([`${words[0]}${words[2]}`]);
  expect(understood).toHaveLength(1);
});

test('a part that comes after that is read as a text of its own, not thrown away', async () => {
  await accept(aPart(1));
  await accept(aPart(3));
  await runner.drained();
  await later(11);
  await accept(aPart(2));
  await runner.drained();
  await later(11);
  expect(await texts()).toEqual([`${words[0]}${words[2]}`, words[1]]);
  expect(understood).toHaveLength(2);
});

test('a phone that counts only to 255 uses a reference again: its second text is not mixed with its first', async () => {
  const again = ['Agora ', 'está ', 'calmo'];
  for (const number of [1, 2, 3]) await accept(aPart(number));
  for (const number of [1, 2, 3]) await accept(aPart(number, { said: again, key: `later-${number}` }));
  await runner.drained();
  expect((await texts()).sort()).toEqual(['Agora está calmo', words.join('')].sort());
});

test('nor is it when the first never became whole', async () => {
  const again = ['Agora ', 'está ', 'calmo'];
  for (const number of [1, 2]) await accept(aPart(number));
  for (const number of [1, 2, 3]) await accept(aPart(number, { said: again, key: `later-${number}` }));
  await later(11);
  expect((await texts()).sort()).toEqual(['Agora está calmo', `${words[0]}${words[1]}`]);
});

test('two people whose phones count alike are not mixed', async () => {
  const other = ['Roubo ', 'de ', 'gado'];
  for (const number of [1, 2, 3]) {
    await accept(aPart(number));
    await accept({ ...aPart(number, { said: other, key: `other-${number}` }), from: '+258871112223' });
  }
  await runner.drained();
  expect((await texts()).sort()).toEqual([words.join(''), 'Roubo de gado'].sort());
});

test('a delivery report is a fact for the worker, and tells nothing of the gateway’s own key', async () => {
  await acceptDelivery(tools, gateway, { kind: 'delivery', providerId: 'prov-77', state: 'delivered' });
  const { rows } = await scratch.owner.query<{ payload: unknown; subject_id: string }>(
    'select payload, subject_id from journal',
  );
  expect(rows).toEqual([
    { subject_id: 'sms-1', payload: { providerKey: expect.stringMatching(/^[0-9a-f]{32,64}$/), state: 'delivered' } },
  ]);
});
