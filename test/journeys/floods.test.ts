// A flood by a real gateway over several connections: nothing is lost, the true dangers pass it, it costs little, and it is one matter
// for a person; afterwards everything is as ever.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { until } from '../until.ts';
import { bring, gatewayTo, type Told } from './gateway-calls.ts';
import { HELD, newestConcern, say, tell } from './journey-world.ts';

type Text = Extract<Told, { text: string }>;

/** Two fifths of one number, the rest alike from many. 5,000 take minutes on two busy cores and end the same. */
const TEXTS = 1000;

let salama: Salama;
let coordinator: Client;
let keys = 0;

beforeAll(async () => {
  salama = await startSalama({ gateways: [gatewayTo()], floods: true });
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

/** 80 is assigned to nobody. */
const number = (nth: number): string => `+25880${String(1_000_000 + nth * 997).slice(-7)}`;
const aText = (from: string, text: string): Text => {
  keys += 1;
  return { id: `enxurrada-${keys}`, from, text };
};
const places = ['Nantalika', 'Mirambela', 'Mwalani', 'Nakirwe'];
const loud = number(1);
const ofOneNumber = (nth: number): Text => aText(loud, `Venham ver isto que aconteceu aqui ao lado vezes ${nth}`);
/** Somebody whose phone sends everything too often, and who has something to tell. */
const ofAnother = (nth: number): Text =>
  aText(number(2), `Falta agua no poco de Nakirwe ha semanas ${'ja '.repeat(nth % 3)}`);
const ofMany = (nth: number): Text =>
  aText(number(1000 + nth), `Roubo de gado ontem em ${places[nth % 4]}, levaram todos bois, caso ${nth}`);
const dangers = [
  'Homens armados atacaram agora a aldeia de Nantalika',
  'Linchamento em Mirambela, querem matar um rapaz',
  'Queimaram casas em Mwalani, familias fogem para o mato',
].map((text, nth) => aText(number(90_000 + nth), text));

/** Eight connections at once, in this order; every one answered for itself. */
async function bringAll(texts: readonly Text[]): Promise<number[]> {
  const waiting = [...texts];
  const statuses: number[] = [];
  const connection = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      statuses.push((await bring(salama.url, next)).status);
  };
  await Promise.all(Array.from({ length: 8 }, connection));
  return statuses;
}

async function count(question: string, ...values: unknown[]): Promise<number> {
  const { rows } = await salama.sql.query<{ n: number }>(`select count(*)::int as n from ${question}`, values);
  return rows[0]?.n ?? -1;
}
/** Thousands of texts take longer than a test is usually patient; counted, because a list of them would be long. */
const allRead = () =>
  until(
    async () => (await count(`task where state = 'waiting' and run_at <= $1`, salama.now())) === 0,
    'the flood to be read',
    240_000,
  ).then(() => salama.drained());
const floodTodo = async () =>
  (await coordinator.call('listTodos', { query: { limit: 100 } })).todos.filter(({ kind }) => kind === 'flood');

describe('texts of one number and texts alike from many, with three true dangers among them', () => {
  beforeAll(async () => {
    const flood = Array.from({ length: TEXTS }, (_, nth) => (nth % 5 < 2 ? ofOneNumber(nth) : ofMany(nth)));
    for (let nth = 0; nth < 50; nth += 1) flood.splice(nth * 15, 0, ofAnother(nth));
    for (const [nth, danger] of dangers.entries()) flood.splice(300 * (nth + 1), 0, danger);
    const statuses = await bringAll(flood);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await allRead();
  }, 400_000);

  test('every text is kept, sealed, and has exactly one honest end', async () => {
    expect(await count(`listen_inbound where channel = 'agregador' and text_ct is not null`)).toBe(TEXTS + 53);
    expect(await count(`listen_outcome join listen_inbound on id = message_id where channel = 'agregador'`)).toBe(
      TEXTS + 53,
    );
    expect(await count(`task where state = 'buried'`)).toBe(0);
  });

  test('each danger was read before the flood that stood before it, and has its ladder and its brief', async () => {
    const { rows } = await salama.sql.query<{ between: number }>(
      `select (select count(*)::int from journal o where o.event = 'message.understood' and o.seq between r.seq and u.seq) as between
       from journal r join journal u on u.subject_id = r.subject_id and u.event = 'message.understood'
       join listen_report_message m on m.message_id = r.subject_id join listen_report t on t.id = m.report_id
       where r.event = 'message.received' and t.danger order by r.seq`,
    );
    expect(rows).toHaveLength(3);
    // A claim or two, and what is understood while the danger's own commit waits for the disk: never the flood.
    expect(rows.filter(({ between }) => between > TEXTS / 5)).toEqual([]);
    expect(await count(`journal where event = 'danger.raised'`)).toBe(3);
    expect(await count(`respond_brief where kind = 'danger'`)).toBeGreaterThan(0);
  });

  test('it opened a handful of concerns and of tasks, not thousands; and one task for all of it', async () => {
    expect(await count('respond_concern')).toBeLessThan(30);
    expect(await count('know_todo')).toBeLessThan(60);
    expect(await floodTodo()).toHaveLength(1);
  });

  test('answers are bounded: seven texts to the one number, some hundreds to all, and what was held back is counted', async () => {
    const toLoud = await salama.sql.query<{ template: string }>(
      `select template from listen_outbound where state <> 'suppressed' and contact_id =
         (select contact_id from listen_inbound group by contact_id order by count(*) desc limit 1) order by seq`,
    );
    expect(toLoud.rows).toHaveLength(7);
    expect(toLoud.rows.at(-1)?.template).toBe('receipt.many');
    expect(await count(`listen_outbound where reply and state <> 'suppressed'`)).toBeLessThanOrEqual(600);
    expect(await count(`listen_outbound where last_problem = 'over-budget'`)).toBeGreaterThan(0);
  });

  test('the sheet shows it as one thing: how many, from how many numbers, how alike, masked words', async () => {
    const [todo] = await floodTodo();
    const flood = await coordinator.call('getFlood', { params: { id: todo?.subjectId ?? '' } });
    expect(flood.gatewayId).toBe('agregador');
    expect(flood.going).toBe(true);
    expect(flood.texts).toBeGreaterThan(TEXTS - 100);
    const [alike, one, another] = flood.groups;
    expect(alike).toMatchObject({ cause: 'alike', state: 'waiting', urgent: 0 });
    expect(alike?.senders).toBeGreaterThan(0.6 * TEXTS - 100);
    expect(alike?.samples.join()).toMatch(/gado/);
    expect(one).toMatchObject({ cause: 'one-sender', senders: 1 });
    expect(another).toMatchObject({ texts: 30, senders: 1 });
    expect(JSON.stringify(flood)).not.toMatch(/\+258|ct_/);
  });

  test('set aside, held again, released: what is released is told like any text, and the task ends', async () => {
    const [todo] = await floodTodo();
    const params = { id: todo?.subjectId ?? '' };
    const [alike, one, another, ...others] = (await coordinator.call('getFlood', { params })).groups;
    const decide = (state: 'released' | 'set-aside' | 'waiting', groupId?: string) =>
      coordinator.call('decideFlood', { params, body: { state, ...(groupId ? { groupId } : {}) } });
    await decide('set-aside', alike?.id);
    await decide('waiting', alike?.id);
    await decide('released', alike?.id);
    await decide('waiting', alike?.id);
    await salama.advance(HELD);
    expect(await count(`listen_outcome where kind = 'held' and subject_id = $1`, alike?.id)).toBe(alike?.texts);
    await decide('set-aside', alike?.id);
    await decide('released', another?.id);
    await decide('set-aside');
    await salama.advance(HELD);
    expect(await floodTodo()).toEqual([]);
    expect(others).toEqual([]);
    expect(await count(`listen_outcome where kind = 'held' and subject_id = $1`, one?.id)).toBe(one?.texts);
    expect(await count(`listen_outcome where kind = 'held' and subject_id = $1`, another?.id)).toBe(0);
    expect(await count(`listen_outcome where kind = 'held' and subject_id = $1`, alike?.id)).toBe(alike?.texts);
    await expect(decide('waiting', another?.id)).rejects.toMatchObject({ code: 'flood.state' });
  }, 300_000);

  test('ten quiet minutes later a telling is a telling, thanked, and its words wait for nobody', async () => {
    await salama.advance({ hours: 2 });
    const phone = salama.handset('+258800099001');
    expect(await tell(salama, phone, 'Roubo de gado ontem em Mirambela, levaram todos bois')).toBe('report');
    expect(await phone.texts()).toEqual([say('receipt.first')]);
    const told = aText(number(95_000), 'Roubo de gado ontem em Mwalani, levaram todos bois');
    expect((await bring(salama.url, told)).status).toBe(200);
    await salama.drained();
    expect(await newestConcern(coordinator)).toMatchObject({ state: expect.stringMatching(/open|triage/) });
    expect(await floodTodo()).toEqual([]);
  });
});

test('hundreds of forged dangers call no hundred times, a person is told, and the true one among them is heard', async () => {
  const before = await count(`journal where event = 'danger.raised'`);
  const forged = Array.from({ length: 300 }, (_, nth) =>
    aText(number(200_000 + nth), `Al shabaab atacou hoje de manha ${places[nth % 4]} mataram ${nth} pessoas`),
  );
  forged.splice(200, 0, aText(number(300_000), 'Tiros no mercado de Massopelo, ha feridos, venham depressa'));
  await bringAll(forged);
  await allRead();
  expect((await count(`journal where event = 'danger.raised'`)) - before).toBeLessThan(20);
  expect(await count(`listen_report where danger and masked like '%mercado de Massopelo%'`)).toBe(1);
  const [todo] = await floodTodo();
  const { groups } = await coordinator.call('getFlood', { params: { id: todo?.subjectId ?? '' } });
  expect(groups[0]?.urgent).toBeGreaterThan(200);
}, 300_000);

test("commands forged in bursts in a post's name move nothing, and its phone rings twenty times, not two hundred", async () => {
  const post = await salama.signIn('comandante');
  const duty = salama.handset('Telefone do Posto');
  await tell(salama, salama.handset('+258800099002'), 'Roubo mota em Nantalika');
  const [brief] = (await post.call('listBriefs', { query: {} })).briefs;
  for (let nth = 0; nth < 100; nth += 1) {
    await duty.send(`FEITO ${brief?.ref}`);
    await duty.send(String(1000 + nth));
  }
  await salama.drained();
  expect(await post.call('getBrief', { params: { id: brief?.id ?? '' } })).toMatchObject({ state: brief?.state });
  const rung = `listen_outbound where template like 'post.co%' and state <> 'suppressed'`;
  expect(await count(rung)).toBe(20);
  expect(await count(`listen_outbound where template = 'post.many' and state <> 'suppressed'`)).toBe(1);
  expect(await count(`journal where event = 'command.confirmed'`)).toBe(0);
}, 300_000);

test('where no more answers go to a number, nobody is left with a question that was never put: a person reads it', async () => {
  const phone = salama.handset('+258800099003');
  for (let nth = 0; nth < 15; nth += 1) await tell(salama, phone, 'Aquela coisa outra vez, voces sabem');
  expect((await phone.texts()).at(-1)).toBe(say('receipt.many'));
  expect(
    await count(
      `listen_outcome o where kind = 'asked' and not exists (select from listen_question q where q.message_id = o.message_id and q.state = 'open')`,
    ),
  ).toBe(0);
});
