// Gateways hang up while their texts wait for one commit: what was heard whole is kept once, the others lose nothing, the repeat is quiet.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Salama, startSalama } from '../salama.ts';
import { until } from '../until.ts';
import { aTold, bring, gatewayTo } from './gateway-calls.ts';

let salama: Salama;
beforeAll(async () => {
  salama = await startSalama({ gateways: [gatewayTo()] });
});
afterAll(() => salama?.close());

const keptOf = async (): Promise<number[]> => {
  const { rows } = await salama.sql.query<{ n: number }>(
    'select count(*)::int as n from listen_inbound group by contact_id',
  );
  return rows.map(({ n }) => n);
};

test('twelve texts wait for one commit, six callers hang up: each text is kept once, and who stayed is told so', async () => {
  // Known numbers: a first text has each person met, so that the twelve meet only at the commit.
  const persons = Array.from({ length: 12 }, () => aTold());
  for (const one of persons) expect(await bring(salama.url, one)).toMatchObject({ status: 200 });
  const told = persons.map((one, index) => ({ ...one, id: `juntos-${index}`, text: 'Roubo de cabras em Nantalika' }));

  const keeper = await salama.sql.connect();
  const hangUp = new AbortController();
  try {
    await keeper.query('begin');
    await keeper.query('lock table listen_inbound in share row exclusive mode');
    const calls = told.map((one, index) =>
      bring(salama.url, one, index % 2 === 0 ? hangUp.signal : undefined).catch(() => undefined),
    );
    await until(async () => {
      const { rows } = await keeper.query(
        "select 1 from pg_locks where relation = 'listen_inbound'::regclass and not granted",
      );
      return rows.length > 0;
    }, 'the commit that waits');
    hangUp.abort();
    await Promise.all(calls.filter((_, index) => index % 2 === 0));
    await keeper.query('commit');
    const answers = (await Promise.all(calls)).filter((_, index) => index % 2 === 1);
    expect(answers.map((answer) => answer?.status)).toEqual(Array.from({ length: 6 }, () => 200));
  } finally {
    hangUp.abort();
    await keeper.query('rollback').catch(() => undefined);
    keeper.release();
  }

  // A gateway that hung up does not know: it comes again, whether its text was written or had not yet come whole.
  for (const one of told) expect(await bring(salama.url, one)).toMatchObject({ status: 200 });
  // Of each of the twelve the first text and this one, once.
  expect(await keptOf()).toEqual(Array.from({ length: 12 }, () => 2));
  const received = (await salama.journal()).filter(({ event }) => event === 'message.received');
  expect(received).toHaveLength(24);
});
