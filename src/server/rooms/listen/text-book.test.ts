// Group commit over the real login: what is written together stands and falls apart.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { turns } from '../../db/turn.ts';
import { openContactBook, type ServeKeys } from '../protect/index.ts';
import { lockWishes } from '../protect/store-contacts.ts';
import { openFloodBook } from './flood-book.ts';
import { acceptText, type IntakeTools } from './inbox.ts';
import { openLastIn } from './last-in.ts';
import type { NewInbound } from './store-inbox.ts';
import { openTextBook, type TextBook } from './text-book.ts';

const hearings = { 'message.received': ['understand'] };
let scratch: ScratchDatabase;
let keys: ServeKeys;
let tools: IntakeTools;
let book: TextBook;
let contactId: string;

beforeAll(async () => {
  scratch = await openScratchDatabase();
  keys = (await getKeyRing()).serve;
});
beforeEach(async () => {
  await scratch.owner.query('truncate task, journal, listen_part, listen_inbound, protect_contact cascade');
  const db = scratch.as('intake');
  book = openTextBook({ db, hearings });
  const contacts = openContactBook({ db, keys, country: 'MZ' });
  const tx = { hearings, clock: { offsetMs: 0 }, origin: 'live' } as const;
  tools = {
    db,
    tx,
    keys,
    contacts,
    texts: book,
    floods: openFloodBook(),
    now: () => new Date(),
    noteIn: openLastIn(db),
    findAnswer: async () => 'none',
    timeZone: 'Africa/Maputo',
  };
  const arrival = { from: '+258841234567', gatewayId: 'sms-1', language: 'pt', origin: 'live' } as const;
  contactId = (await contacts.meet({ ...arrival, now: new Date() })).contactId;
});
afterAll(() => scratch?.close());

const aText = (over: Partial<NewInbound> = {}): NewInbound => {
  const id = newId('inbound');
  const mark = Buffer.from(id.slice(0, 16));
  const sealed = { sourceKey: mark, abuseKey: mark, dedupeKey: mark, bodyHash: mark, textCt: mark };
  return {
    id,
    channel: 'sms-1',
    contactId,
    ...sealed,
    sentAt: null,
    receivedAt: new Date(),
    via: 'text',
    origin: 'live',
    turn: turns.usual,
    ...over,
  };
};
const accept = (externalId: string, text: string): Promise<void> =>
  acceptText(tools, { id: 'sms-1', origin: 'live' }, { kind: 'text', externalId, from: '+258841234567', text });
const outcomes = async (deeds: readonly Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(deeds)).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.code));
const read = async (sql: string): Promise<unknown[]> =>
  (await scratch.owner.query({ text: sql, rowMode: 'array' })).rows.flat();

test('texts that come at the same moment are one commit, and each has a journal line and a task of its own, in their order', async () => {
  const texts = Array.from({ length: 20 }, () => aText());
  expect(await outcomes(texts.map(book.keep))).toEqual(texts.map(() => true));
  const ids = texts.map(({ id }) => id);
  expect(await read('select count(distinct xmin::text)::int from listen_inbound')).toEqual([1]);
  expect(await read('select subject_id from journal order by seq')).toEqual(ids);
  expect(await read(`select payload ->> 'messageId' from journal order by seq`)).toEqual(ids);
  expect(await read(`select j.subject_id from task t join journal j on j.id = t.journal_id order by t.ctid`)).toEqual(
    ids,
  );
  expect(await read(`select payload ->> 'messageId' from task order by ctid`)).toEqual(ids);
});

test('more texts than one commit takes are written by the next ones, none twice', async () => {
  const small = openTextBook({ db: scratch.as('intake'), hearings, mostTogether: 3 });
  const texts = Array.from({ length: 10 }, () => aText());
  expect(await outcomes(texts.map(small.keep))).toEqual(texts.map(() => true));
  expect(await read('select count(distinct xmin::text)::int from listen_inbound')).toEqual([4]);
  expect(await read('select subject_id from journal order by seq')).toEqual(texts.map(({ id }) => id));
});

test('danger is told of once it is written, and nothing else is', async () => {
  let told = 0;
  const onUrgent = (): void => {
    told += 1;
  };
  const watched = openTextBook({ db: scratch.as('intake'), hearings, onUrgent });
  await watched.keep(aText());
  expect(told).toBe(0);
  await watched.keep(aText({ turn: turns.first }));
  expect(told).toBe(1);
  await expect(watched.keep(aText({ turn: turns.first, contactId: 'ct_nobody' }))).rejects.toThrow();
  expect(told).toBe(1);
});

test('the same key twice in one commit is one text: the first', async () => {
  const first = aText();
  const { dedupeKey } = first;
  expect(await outcomes([first, aText({ dedupeKey }), aText(), aText({ dedupeKey })].map(book.keep))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(await read('select count(*)::int from listen_inbound union all select count(*)::int from task')).toEqual([
    2, 2,
  ]);
  expect(await read('select id from listen_inbound')).toContain(first.id);
});

test('a gateway that brings other words under a key of the same moment is refused for those alone', async () => {
  expect(await outcomes([accept('m-1', 'a'), accept('m-1', 'b'), accept('m-1', 'a'), accept('m-2', 'b')])).toEqual([
    undefined,
    'message.key-reused',
    undefined,
    undefined,
  ]);
  expect(await read('select count(*)::int from journal')).toEqual([2]);
});

test('a text of somebody erased meanwhile refuses only itself; those of others are kept in their order', async () => {
  const texts = [aText(), aText(), aText({ contactId: newId('contact') }), aText(), aText()];
  expect(await outcomes(texts.map(book.keep))).toEqual([true, true, '23503', true, true]);
  const kept = texts.filter((one) => one.contactId === contactId).map(({ id }) => id);
  expect(await read('select subject_id from journal order by seq')).toEqual(kept);
  expect(await read('select count(*)::int from task')).toEqual([4]);
});

test('behind a database that does not answer nobody hangs, and what had begun is kept', async () => {
  const impatient = openTextBook({ db: scratch.as('intake'), hearings, mostTogether: 1, longestWaitMs: 50 });
  const holder = await scratch.owner.connect();
  await holder.query('begin; lock table listen_inbound in access exclusive mode');
  const begun = impatient.keep(aText());
  expect(await outcomes([impatient.keep(aText()), impatient.keep(aText())])).toEqual([
    'database.away',
    'database.away',
  ]);
  await holder.query('rollback');
  holder.release();
  expect(await begun).toBe(true);
  expect(await impatient.keep(aText())).toBe(true);
  expect(await read('select count(*)::int from listen_inbound')).toEqual([2]);
});

test('a connection that dies under a commit refuses it, and a gateway that comes again is heard', async () => {
  const holder = await scratch.owner.connect();
  await holder.query('begin; lock table listen_inbound in access exclusive mode');
  const lost = outcomes([book.keep(aText()), book.keep(aText())]);
  const waits = `select pid from pg_stat_activity where datname = current_database() and usename = 'salama_intake' and wait_event_type = 'Lock'`;
  await expect.poll(() => read(waits)).toHaveLength(1);
  await holder.query(`select pg_terminate_backend(pid) from (${waits}) as waiting`);
  await holder.query('rollback');
  holder.release();
  expect(await lost).toEqual(['57P01', '57P01']);
  // The pool may lend the dead connection once more before it hears of its end: that too is refused, as the database being away.
  const text = aText();
  await expect.poll(() => book.keep(text).catch(() => false)).toBe(true);
  expect(await read('select count(*)::int from listen_inbound')).toEqual([1]);
});

test('a text is taken while an earlier one of the same person is being understood', async () => {
  await scratch
    .as('worker')
    .transaction()
    .execute(async (tx) => {
      await lockWishes({ tx }, contactId);
      expect(await book.keep(aText())).toBe(true);
    });
});

test('a text from somebody whose link was cut since she was remembered is filed under somebody new', async () => {
  await accept('m-1', 'primeiro');
  await scratch.owner.query(`delete from protect_pseudonym`);
  await scratch.owner.query(`update protect_contact set erased_at = now()`);
  await accept('m-2', 'segundo');
  await accept('m-2', 'segundo');
  expect(await read(`select count(*)::int from listen_inbound where contact_id = '${contactId}'`)).toEqual([1]);
  expect(await read('select count(distinct contact_id)::int from listen_inbound')).toEqual([2]);
});
