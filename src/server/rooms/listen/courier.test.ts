// A courier that dies in the middle: what may be out is never sent again, what surely is not goes again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import type { Db } from '../../db/client.ts';
import { type CourierKeys, providerKey, type ServeKeys, sealText } from '../protect/index.ts';
import { createKeyRing } from '../protect/keys.ts';
import { sealRoute } from '../protect/seal.ts';
import type { Sendable, Sent } from './channel.ts';
import { type CourierTools, sendDue, settleLost } from './courier.ts';
import { claimOutbound } from './store-outbox.ts';
import { paramsPlace } from './text-places.ts';

let scratch: ScratchDatabase;
let serve: ServeKeys;
let keys: CourierKeys;
let db: Db;
let sent: Sendable[];
let send: (message: Sendable) => Promise<Sent>;

beforeAll(async () => {
  scratch = await openScratchDatabase();
  ({ serve, courier: keys } = await createKeyRing(new Date(), 'demonstration'));
  db = scratch.as('courier');
});
beforeEach(async () => {
  await scratch.owner.query('truncate know_todo, journal, task, listen_outbound, protect_contact cascade');
  await scratch.owner.query(
    `insert into protect_contact (id, kind, channel, created_at) values ('ct_her', 'person', 'sms-1', now())`,
  );
  const route = sealRoute(serve, { msisdn: '+258800000001', channel: 'sms-1', language: 'pt' }, 'rt_her');
  await scratch.owner.query(
    `insert into protect_route (id, contact_id, key_id, sealed, expires_at) values ('rt_her', 'ct_her', $1, $2, null)`,
    [route.keyId, Buffer.from(route.sealed)],
  );
  await scratch.owner.query(
    `insert into listen_outbound (id, contact_id, template, params_ct, language, not_before, expires_at, created_at, state)
     values ('ou_receipt', 'ct_her', 'receipt.first', $1, 'pt', now(), now() + interval '1 day', now(), 'queued')`,
    [Buffer.from(sealText(serve, paramsPlace('ou_receipt'), '{}'))],
  );
  sent = [];
  send = async () => ({ outcome: 'accepted', providerId: 'prov-1' });
});
afterAll(() => scratch?.close());

const tools = (): CourierTools => {
  const gateway = {
    id: 'sms-1',
    channelId: 'http-gateway',
    sends: true,
    origin: 'live' as const,
    channel: {
      id: 'http-gateway',
      maxBodyBytes: 0,
      receive: async () => [],
      acknowledge: () => ({ status: 200, contentType: '', body: '' }),
      send: async (message: Sendable) => {
        sent.push(message);
        return send(message);
      },
    },
  };
  return {
    db,
    tx: { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' },
    keys,
    gateways: { get: async () => gateway, findSender: async () => gateway, list: async () => [gateway] },
    noted: new Map(),
    timeZone: 'Africa/Maputo',
    chance: () => 0.5,
    onFault: (error) => {
      throw error;
    },
  };
};
const row = async () =>
  (await scratch.owner.query('select state, last_problem, provider_key, ended_at from listen_outbound')).rows[0];
const leaseRunsOut = () => scratch.owner.query(`update listen_outbound set lease_until = now() - interval '1 second'`);

test('killed after it took a text up and before anything left: the text goes, once', async () => {
  expect(await claimOutbound(db, 8, 0)).toHaveLength(1);
  await leaseRunsOut();
  await settleLost(tools());
  await sendDue(tools());
  expect(await row()).toMatchObject({ state: 'sent' });
  expect(sent).toHaveLength(1);
});

test('killed in the middle of the hand-over: uncertain, never sent again, and its delivery report finds it', async () => {
  let seen: unknown;
  send = async () => {
    seen = await row();
    return new Promise<Sent>(() => undefined);
  };
  void sendDue(tools());
  await expect.poll(() => seen, { timeout: 10_000 }).toBeDefined();
  const key = providerKey(keys, 'sms-1', 'ou_receipt');
  expect(seen).toMatchObject({ state: 'sending', provider_key: key });
  await leaseRunsOut();
  await settleLost(tools());
  expect(await sendDue(tools())).toBe(0);
  expect(await row()).toMatchObject({ state: 'uncertain', last_problem: 'attempt-lost', provider_key: key });
  expect(sent).toHaveLength(1);
});

test('one that stood still so long that its claim was lost lets nothing leave', async () => {
  const slow = tools();
  const { findSender } = slow.gateways;
  slow.gateways.findSender = async (id) => {
    await scratch.owner.query(`update listen_outbound set state = 'queued', not_before = now() + interval '1 hour'`);
    return findSender(id);
  };
  await sendDue(slow);
  expect(sent).toEqual([]);
});

test('she said "no answers" while the text was in the courier’s hands: it is not sent', async () => {
  await scratch.owner.query('update protect_contact set do_not_reply = true');
  await sendDue(tools());
  expect(await row()).toMatchObject({ state: 'suppressed', last_problem: 'do-not-reply' });
  expect(sent).toEqual([]);
});
