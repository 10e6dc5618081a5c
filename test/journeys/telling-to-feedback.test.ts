// The whole circle of one telling, through the doors that people have: a keypad phone, the post's console, the coordinator's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Fact, type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, say, secondsUntilHour } from './journey-world.ts';

/** What a theft waits before "was it solved?" is asked, and a moment. */
const SOLVED_AFTER = { hours: 336, minutes: 1 };

describe('a neighbour tells of a stolen motorcycle', () => {
  let salama: Salama;
  let post: Client;
  let superior: Client;
  let coordinator: Client;
  let neighbour: Handset;
  let briefId = '';

  const getBrief = (reader: Client) => reader.call('getBrief', { params: { id: briefId } });
  const getConcern = () => newestConcern(coordinator);
  /** She was sent nothing but these, all of them catalogue sentences. */
  const hears = async (...templates: string[]): Promise<void> => {
    for (const template of templates) expect(await neighbour.next()).toBe(say(template));
    await salama.drained();
    expect((await neighbour.texts()).at(-1)).toBe(say(templates.at(-1) ?? ''));
  };

  beforeAll(async () => {
    salama = await startSalama();
    neighbour = salama.handset('Moradora, Mirambela');
    post = await salama.signIn('comandante');
    superior = await salama.signIn('comandante.distrital');
    coordinator = await salama.signIn('coordenadora');
  });
  afterAll(() => salama.close());

  test('she is thanked at once, and told how to stop', async () => {
    await neighbour.send('Roubo mota em Nantalika ontem a noite');
    await hears('receipt.first');
  });

  test('the brief stands before the right post, which reads why it is the one', async () => {
    const { briefs } = await post.call('listBriefs', { query: {} });
    expect(briefs).toMatchObject([{ typeCode: 'C03', kind: 'brief', state: 'new', sources: 'one' }]);
    briefId = briefs[0]?.id ?? '';
    const brief = await getBrief(post);
    expect(brief).toMatchObject({ postId: 'po_demo-police-nantalika', area: { id: 'ar_demo-nantalika' } });
    expect(brief.why).toMatchObject({ service: 'police' });
    expect(await salama.handset('Telefone do Posto').next()).toContain(brief.ref);
  });

  test('the path of her text is the eight hops of the house, one fact each', async () => {
    const facts = await salama.journal();
    const hops = hopsOf(facts);
    process.stdout.write(tableOf(hops));
    expect(hops.map(({ event }) => event)).toEqual([
      'message.received',
      'report.told',
      'message.understood',
      'concern.opened',
      'concern.released',
      'concern.routed',
      'message.wanted',
      'message.sent',
    ]);
  });

  test('seen and going: she hears that it is being seen to, and nothing of who', async () => {
    await post.call('seeBrief', { params: { id: briefId } });
    await salama.advance(HELD);
    expect(await neighbour.texts()).toHaveLength(1);
    await post.call('goToBrief', { params: { id: briefId } });
    await salama.advance(HELD);
    await hears('answer.going');
  });

  test('a "done" that is taken back within ten seconds never reaches her', async () => {
    const { deedId } = await post.call('finishBrief', { params: { id: briefId } });
    expect(await post.call('undoDeed', { params: { id: deedId } })).toEqual({ undone: true });
    await salama.advance(HELD);
    expect(await getBrief(post)).toMatchObject({ state: 'going' });
    expect(await neighbour.texts()).toHaveLength(2);
  });

  test('"done" waits ten seconds, then she has the neutral answer, and is asked whether it was clear', async () => {
    await post.call('finishBrief', { params: { id: briefId } });
    await salama.drained();
    expect(await neighbour.texts()).toHaveLength(2);
    await salama.advance(HELD);
    await hears('answer.done', 'ask.clear');
  });

  test('"not clear" is a coordinator’s task within a day; she reads it in other words and is asked a last time', async () => {
    await neighbour.send('2');
    await hears('explain-again');
    const { todos } = await coordinator.call('listTodos', { query: {} });
    const explain = todos.find(({ kind }) => kind === 'explain-again');
    expect(hoursUntil(explain?.dueAt, salama.now())).toBeCloseTo(24, 0);
    await coordinator.call('takeTodo', { params: { id: explain?.id ?? '' } });
    await coordinator.call('finishTodo', { params: { id: explain?.id ?? '' } });
    await salama.advance(HELD);
    await hears('answer.again.done', 'ask.clear');
    await neighbour.send('1 sim');
    await hears('thanks');
    expect(await getConcern()).toMatchObject({ state: 'answered', tellings: [{ clear: 'yes', clearRounds: 2 }] });
  });

  test('after the type’s own time she is asked whether it was solved; her "no" opens it again', async () => {
    await salama.advance(SOLVED_AFTER);
    await hears('ask.solved');
    await neighbour.send('3');
    await hears('reopened');
    expect(await getConcern()).toMatchObject({ state: 'open', reopened: 1, tellings: [{ solved: 3 }] });
    expect((await post.call('listBriefs', { query: {} })).briefs).toEqual([]);
  });

  test('at six in the morning post and superior read "reopened" with a new clock, and no cause', async () => {
    const before = (await salama.handset('Telefone do Posto').texts()).length;
    await salama.advance({ seconds: secondsUntilHour(salama.now(), 6) - 60 });
    expect((await post.call('listBriefs', { query: {} })).briefs).toEqual([]);
    await salama.advance({ seconds: 61 });
    for (const reader of [post, superior]) {
      expect((await reader.call('listBriefs', { query: {} })).briefs).toMatchObject([
        { id: briefId, state: 'new', reopened: true, due: { step: 'seen', late: false } },
      ]);
      expect(JSON.stringify(await getBrief(reader))).not.toMatch(/solved|answer|not-solved/);
    }
    const [released] = (await getConcern()).briefs;
    expect(hoursUntil(released?.seenDueAt, salama.now())).toBeCloseTo(72, 0);
    expect((await salama.handset('Telefone do Posto').texts()).slice(before)).toEqual([
      expect.stringMatching(/aberto outra vez/),
    ]);
  });

  test('done again and her "yes" closes it', async () => {
    await post.call('finishBrief', { params: { id: briefId } });
    await salama.advance(HELD);
    await hears('answer.done');
    await salama.advance(SOLVED_AFTER);
    await hears('ask.solved');
    await neighbour.send('1');
    await hears('thanks.solved');
    expect(await getConcern()).toMatchObject({ state: 'closed', tellings: [{ solved: 1 }] });
  });

  test('in all of it no word of hers and no number went into the journal or the log', async () => {
    const written = JSON.stringify(await salama.journal()) + salama.logged();
    expect(written).not.toMatch(/25880000|mota|Nantalika ontem/i);
  });
});

const hoursUntil = (at: string | null | undefined, now: Date): number =>
  (Date.parse(at ?? '') - now.getTime()) / 3_600_000;

const hopEvents: Readonly<Record<string, string>> = {
  'message.received': 'listen/inbox.ts',
  'report.told': 'listen/record-telling.ts',
  'message.understood': 'listen/understand-message.ts',
  'concern.opened': 'respond/open-concern.ts',
  'concern.released': 'respond/hold-concern.ts',
  'concern.routed': 'respond/route-concern.ts',
  'message.wanted': 'respond/tell.ts → listen/outbox.ts',
  'message.sent': 'listen/courier.ts',
};

/** The facts of house.md 4.5; of the texts only the one to the post, which the last hop brings. */
function hopsOf(facts: readonly Fact[]): Fact[] {
  const hops = facts.filter(({ event }) => event in hopEvents);
  return hops.filter(({ event, payload }) => event !== 'message.sent' || payload['template'] === 'post.new-brief');
}

const tableOf = (hops: readonly Fact[]): string =>
  hops.map(({ event, role }, at) => `${at + 1}  ${event.padEnd(20)} ${role.padEnd(9)} ${hopEvents[event]}\n`).join('');
