// How many answers the hour has seen: said quickly while they cannot be too many, exactly when they could.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Ctx, systemTx } from '../../db/tx.ts';
import { weighReply } from './reply-budget.ts';

const BUDGET = 200;

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
beforeEach(async () => {
  await scratch.owner.query('truncate journal, task, listen_outbound, protect_contact cascade');
  await scratch.owner.query(
    `insert into protect_contact (id, kind, channel, created_at)
     select id, 'person', 'sms-1', now() from unnest(array['ct_her', 'ct_others']) as id`,
  );
});
afterAll(() => scratch?.close());

/** So many texts to everybody else, a moment ago. */
const went = (texts: number, { reply, state = 'sent' }: { reply: boolean; state?: string }): Promise<unknown> =>
  scratch.owner.query(
    `insert into listen_outbound (id, contact_id, template, language, not_before, expires_at, created_at, state, reply)
     select gen_random_uuid()::text, 'ct_others', 'receipt', 'pt', now(), now(), now(), $2, $3 from generate_series(1, $1)`,
    [texts, state, reply],
  );
const weigh = (kind: 'person' | 'member' = 'person') =>
  systemTx(
    {
      db: scratch.as('worker'),
      tx: { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' },
      actor: { id: 'rule', role: 'rule' },
    },
    (ctx: Ctx) => weighReply(ctx, { contactId: 'ct_her', kind }, BUDGET),
  );

test('one answer under the budget of all is said, the one at it is not; a council is not bound by it', async () => {
  await went(BUDGET - 1, { reply: true });
  expect(await weigh()).toBe('say');
  await went(1, { reply: true });
  expect(await weigh()).toBe('over-budget');
  expect(await weigh('member')).toBe('say');
});

test('texts that answer nobody, however many between two answers, and answers that did not go, use up nothing', async () => {
  await went(1, { reply: true });
  await went(3 * BUDGET, { reply: false });
  await went(3 * BUDGET, { reply: true, state: 'suppressed' });
  await went(1, { reply: true });
  expect(await weigh()).toBe('say');
});
