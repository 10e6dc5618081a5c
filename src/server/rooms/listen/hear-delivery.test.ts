// Delivery reports and the courier's own record, met in every order that two connections allow.
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { systemTx, type TxSettings } from '../../db/tx.ts';
import { hearDelivery, tellUndelivered } from './hear-delivery.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
const providerKey = 'ab'.repeat(32);
let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
beforeEach(async () => {
  await scratch.owner.query('truncate know_todo, journal, listen_outbound, protect_contact cascade');
  await scratch.owner.query(`
    insert into protect_contact (id, kind, channel, created_at) values ('ct_her', 'person', 'sms-1', now());
    insert into listen_outbound (id, contact_id, template, language, not_before, expires_at, created_at, state, lease_until)
    values ('ou_receipt', 'ct_her', 'receipt.first', 'pt', now(), now() + interval '1 day', now(), 'sending', now() + interval '1 minute')`);
});
afterAll(() => scratch?.close());

const recordTheSending = () =>
  scratch.owner.query(
    `update listen_outbound set state = 'sent', provider_key = decode($1, 'hex'), lease_until = null`,
    [providerKey],
  );
const report = (state: 'sent' | 'delivered' | 'failed', plugins: KyselyPlugin[] = []) =>
  systemTx(
    {
      db: plugins.reduce((db, plugin) => db.withPlugin(plugin), scratch.as('worker')),
      tx: settings,
      actor: { id: 'rule', role: 'rule' },
    },
    (ctx) => hearDelivery(ctx, { providerKey, state }),
  );
const state = async () => (await scratch.owner.query('select state from listen_outbound')).rows[0]?.state;

/** Lets the courier record its sending right after the report looked for the text in vain. */
function whileTheReportLooks(): KyselyPlugin {
  let updates = new WeakSet<object>();
  return {
    transformQuery: ({ node, queryId }) => {
      if (node.kind === 'UpdateQueryNode') updates.add(queryId);
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (!updates.has(queryId)) return result;
      updates = new WeakSet();
      await recordTheSending();
      return result;
    },
  };
}

test('a report that overtakes the record of the sending comes again, and then ends the text', async () => {
  await expect(report('delivered')).rejects.toMatchObject({ code: 'delivery.early' });
  await recordTheSending();
  await report('delivered');
  expect(await state()).toBe('delivered');
});

test('a report that looks at the very moment of the recording comes again too', async () => {
  await expect(report('delivered', [whileTheReportLooks()])).rejects.toMatchObject({ code: 'delivery.early' });
  expect(await state()).toBe('sent');
  await report('delivered');
  expect(await state()).toBe('delivered');
});

test('a report that says where an uncertain text went ends the administrator’s task about it', async () => {
  await recordTheSending();
  await scratch.owner.query(`update listen_outbound set state = 'uncertain'`);
  const worker = { db: scratch.as('worker'), tx: settings, actor: { id: 'rule', role: 'rule' } } as const;
  await systemTx(worker, (ctx) => tellUndelivered(ctx, { outboundId: 'ou_receipt' }));
  const tasks = async () => (await scratch.owner.query('select state from know_todo')).rows;
  expect(await tasks()).toEqual([{ state: 'open' }]);
  await report('delivered');
  expect(await tasks()).not.toEqual([{ state: 'open' }]);
});

test('a second report about an ended text changes nothing', async () => {
  await recordTheSending();
  await report('delivered');
  await report('failed');
  expect(await state()).toBe('delivered');
});
