// She asks to be called. Whoever took the task gets her number on one page, calls with her own telephone, and fills in what came of it:
// what she said goes to her matter, and what was not to be is tried again or left alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EndCall } from '../../src/shared/contract/calls.ts';
import type { Client } from '../client.ts';
import { makePageKey, type PageKey } from '../page-key.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, secondsUntilHour, tell } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;
let officer: Client;
beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  officer = await salama.signIn('proteccao');
});
afterAll(() => salama?.close());

let last = 0;
/** A telephone that has told something and asks to be called. */
async function wishToBeCalled(told?: string) {
  last += 1;
  const number = `+25880000${String(9000 + last)}`;
  const phone = salama.handset(number);
  if (told !== undefined) await tell(salama, phone, told);
  await tell(salama, phone, 'LIGAR');
  return { number, phone, todoId: await newestCall() };
}
async function newestCall(client = coordinator): Promise<string> {
  const { todos } = await client.call('listTodos', { query: { limit: 100 } });
  const calls = todos.filter(({ kind, state }) => kind === 'call-back' && state === 'open');
  return calls.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))[0]?.id ?? '';
}
const take = (id: string, client = coordinator) => client.call('takeTodo', { params: { id } });
const look = (id: string, client = coordinator) => client.call('lookAtCall', { params: { id } });
const ask = async (todoId: string, page: PageKey = makePageKey(), client = coordinator): Promise<string> =>
  (await client.call('askNumber', { params: { id: todoId }, body: { pageKey: page.publicKey } })).callId;
const shown = (id: string, client = coordinator) => client.call('getNumber', { params: { id } });
const answered = (id: string, client = coordinator) =>
  salama.until(async () => {
    const now = await shown(id, client);
    return now.state === 'waiting' ? undefined : now;
  }, 'the courier to answer');
async function end(id: string, body: EndCall, client = coordinator): Promise<void> {
  await client.call('endCall', { params: { id }, body });
  await salama.drained();
}
/** Takes the task, asks for the number and waits until it is there. */
async function reach(todoId: string): Promise<string> {
  await take(todoId);
  const callId = await ask(todoId);
  expect(await answered(callId)).toMatchObject({ state: 'open' });
  return callId;
}
const stateOf = async (todoId: string) =>
  (await salama.sql.query(`select state, taken_by, due_at from know_todo where id = $1`, [todoId])).rows[0];

const consent = { record: true, answer: true, refer: 'not-asked' } as const;
const words = (text: string) => ({ words: text, language: 'pt' }) as const;

test('she is called: the number reaches one page, nothing else sees it, and what she adds is in her matter', async () => {
  const { number, todoId } = await wishToBeCalled('Gado roubado em Nantalika');
  const concern = await newestConcern(coordinator);
  await take(todoId);
  const before = await look(todoId);
  expect(before).toMatchObject({ language: 'pt', notBefore: null, quiet: false, reachable: true, tries: 0 });
  expect(before).toMatchObject({
    asked: { by: 'text' },
    told: { ref: concern.ref, state: 'received', answered: false },
  });
  const page = makePageKey();
  const callId = await ask(todoId, page);
  const { sealed, state } = await answered(callId);
  expect(state).toBe('open');
  expect(page.open(sealed, callId)).toBe(number);
  expect(() => makePageKey().open(sealed, callId)).toThrow();
  await end(callId, { outcome: 'reached', consent, same: true, told: words('levaram tambem duas cabras') });
  const after = await coordinator.call('getConcern', { params: { id: concern.id } });
  expect(after.narrative).toMatch(/cabras/);
  expect(after.voices).toBe(1);
  expect(await stateOf(todoId)).toMatchObject({ state: 'done' });
  expect((await shown(callId)).state).toBe('gone');
  const journal = await salama.journal();
  expect(journal.find(({ event }) => event === 'number.opened')).toMatchObject({
    kind: 'read',
    role: 'coordinator',
    payload: { callId, todoId },
  });
  expect(JSON.stringify([before, after, journal]) + salama.logged()).not.toContain(number.slice(-9));
  const { rows } = await salama.sql.query('select number_ct, page_key from listen_callback where id = $1', [callId]);
  expect(rows).toEqual([{ number_ct: null, page_key: null }]);
});

test('her answer is read to her, and what she says of it counts as if she had written it', async () => {
  const { todoId } = await wishToBeCalled('Roubaram duas motas em Nantalika');
  const { id } = await newestConcern(coordinator);
  await take(todoId);
  const early = await ask(todoId);
  await answered(early);
  const clear = { outcome: 'reached', answers: { clear: '1', solved: '4' } } as const;
  await expect(end(early, clear)).rejects.toMatchObject({ code: 'entry.not-answered' });
  await coordinator.call('answerConcern', { params: { id }, body: { answer: 'done' } });
  await salama.advance(HELD);
  expect((await look(todoId)).told).toMatchObject({ state: 'answered', answer: 'done', answered: true });
  await end(early, clear);
  const concern = await coordinator.call('getConcern', { params: { id } });
  expect(concern.tellings[0]).toMatchObject({ clear: 'yes', solved: 4 });
  expect(concern.holdReasons).toContain('worse');
});

test('what she tells of another matter is a telling of its own, from the same person', async () => {
  const { todoId } = await wishToBeCalled('Gado roubado em Mirambela');
  const { id } = await newestConcern(coordinator);
  const callId = await reach(todoId);
  await end(callId, { outcome: 'reached', consent, told: { ...words('o furo da aldeia avariou'), typeCode: 'I04' } });
  const other = await newestConcern(coordinator);
  expect(other.id).not.toBe(id);
  expect(other).toMatchObject({ typeCode: 'I04', tellings: [{ via: 'call', wayBack: true }] });
  const { rows } = await salama.sql.query(
    `select count(distinct contact_id)::int as n from respond_telling where concern_id = any($1)`,
    [[id, other.id]],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('who rang and hung up and has told nothing is called too', async () => {
  const { id } = await coordinator.call('addHandset', { body: { label: 'Telefone que toca' } });
  await coordinator.call('ringFromHandset', { params: { id }, body: {} });
  await salama.drained();
  const todoId = await newestCall();
  const callId = await reach(todoId);
  expect(await look(todoId)).toMatchObject({ asked: { by: 'call' }, told: null });
  await end(callId, { outcome: 'reached', consent, told: { ...words('vi armas escondidas'), typeCode: 'A03' } });
  expect(await newestConcern(coordinator)).toMatchObject({ typeCode: 'A03', tellings: [{ via: 'call' }] });
});

test('not reached: two hours later again, then the day after, then it ends', async () => {
  const { todoId } = await wishToBeCalled();
  await end(await reach(todoId), { outcome: 'not-reached' });
  expect(await stateOf(todoId)).toMatchObject({ state: 'open', taken_by: null });
  await take(todoId);
  expect(await look(todoId)).toMatchObject({ tries: 1, notBefore: { why: 'tried' } });
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.too-soon' });
  await salama.advance({ minutes: 121 });
  await end(await reach(todoId), { outcome: 'not-now' });
  await salama.advance({ hours: 23 });
  await take(todoId);
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.too-soon' });
  await salama.advance({ minutes: 61 });
  await end(await reach(todoId), { outcome: 'not-reached' });
  expect(await stateOf(todoId)).toMatchObject({ state: 'done' });
});

test.each(['wrong-person', 'not-safe'] as const)(
  '%s: it ends there, and nothing more is asked of anybody',
  async (outcome) => {
    const { todoId, phone } = await wishToBeCalled('Gado roubado em Nantalika');
    const texts = await phone.texts();
    const callId = await reach(todoId);
    await end(callId, { outcome });
    expect(await stateOf(todoId)).toMatchObject({ state: 'done' });
    expect(await phone.texts()).toEqual(texts);
    await expect(end(callId, { outcome: 'reached' })).rejects.toMatchObject({ code: 'call.ended' });
    await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  },
);

test('she missed the call and asks anew: she is called at once, and once, for all that she asked', async () => {
  const { todoId, phone } = await wishToBeCalled();
  await end(await reach(todoId), { outcome: 'not-reached' });
  await salama.advance({ minutes: 61 });
  await tell(salama, phone, 'LIGAR');
  const again = await newestCall();
  expect(again).not.toBe(todoId);
  await end(await reach(again), { outcome: 'reached' });
  expect(await stateOf(todoId)).toMatchObject({ state: 'done' });
});

test('a try in vain counts for every task to call her that stood open', async () => {
  const { todoId, phone } = await wishToBeCalled();
  await salama.advance({ minutes: 61 });
  await tell(salama, phone, 'LIGAR');
  const other = await newestCall();
  expect(other).not.toBe(todoId);
  await end(await reach(other), { outcome: 'not-reached' });
  await take(todoId);
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.too-soon' });
  await salama.advance({ minutes: 121 });
  await end(await reach(other), { outcome: 'not-safe' });
  expect(await stateOf(todoId)).toMatchObject({ state: 'done' });
});

test('outside her hours no number is asked for, and the page says from when', async () => {
  const { todoId, phone } = await wishToBeCalled('Gado roubado em Nantalika');
  const hour = (Math.floor(salama.now().getTime() / 3_600_000) + 2 + 3) % 24;
  await tell(salama, phone, `SO ${String(hour).padStart(2, '0')}-${String((hour + 1) % 24).padStart(2, '0')}`);
  await take(todoId);
  expect(await look(todoId)).toMatchObject({ hours: { from: hour }, notBefore: { why: 'hours' } });
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.unsafe-hour' });
  await salama.advance({ seconds: secondsUntilHour(salama.now(), hour) + 60 });
  await end(await reach(todoId), { outcome: 'reached' });
});

test.each(['PARAR', 'NAO RESPONDER'])(
  '%s ends the task, taken or not; asked after it she is called, and it is said',
  async (word) => {
    const { todoId, phone } = await wishToBeCalled('Gado roubado em Nantalika');
    const open = await reach(todoId);
    await tell(salama, phone, word);
    expect(await stateOf(todoId)).toMatchObject({ state: 'done' });
    expect(await shown(open)).toMatchObject({ state: 'gone', sealed: null });
    await expect(look(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
    await tell(salama, phone, 'LIGAR');
    const again = await newestCall();
    await take(again);
    expect(await look(again)).toMatchObject({ quiet: true });
    await end(await reach(again), { outcome: 'reached' });
  },
);

test('who told of a restricted matter is called by the protection officer alone, also when it became one later', async () => {
  const { todoId } = await wishToBeCalled('Gado roubado em Nantalika');
  await take(todoId);
  const id = (await look(todoId)).told?.concernId ?? '';
  await coordinator.call('laneConcern', { params: { id }, body: { lane: 'protection' } });
  await salama.advance(HELD);
  await expect(look(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  const moved = await newestCall(officer);
  await take(moved, officer);
  expect(await look(moved, officer)).toMatchObject({ told: { concernId: id } });
  const page = makePageKey();
  const own = await ask(moved, page, officer);
  expect(await answered(own, officer)).toMatchObject({ state: 'open' });
  await expect(shown(own)).rejects.toMatchObject({ code: 'call.not-held' });
  await end(own, { outcome: 'reached' }, officer);
});

test('a second person, and one who has not taken the task, get nothing', async () => {
  const { todoId } = await wishToBeCalled('Gado roubado em Nantalika');
  await expect(look(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  const callId = await reach(todoId);
  const deputy = await salama.signIn('adjunto');
  const deeds = [
    () => look(todoId, deputy),
    () => ask(todoId, makePageKey(), deputy),
    () => shown(callId, deputy),
    () => end(callId, { outcome: 'not-safe' }, deputy),
  ];
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'call.not-held' });
  await end(callId, { outcome: 'reached' });
});

test('a page shows the number for a quarter of an hour; then it is asked for again, and counts again', async () => {
  const { todoId } = await wishToBeCalled();
  const first = await reach(todoId);
  await salama.advance({ minutes: 16 });
  expect(await shown(first)).toMatchObject({ state: 'gone', sealed: null });
  const kept = async () =>
    (await salama.sql.query('select 1 from listen_callback where number_ct is not null and id = $1', [first])).rowCount;
  await salama.until(async () => (await kept()) === 0 || undefined, 'the number to be wiped');
  const second = await ask(todoId);
  expect(await answered(second)).toMatchObject({ state: 'open' });
  await end(second, { outcome: 'reached' });
});

test('who took it and does not speak her language leaves it to somebody who does; the list says which it is', async () => {
  const phone = salama.handset('Ponto focal, Mutulua');
  await tell(salama, phone, 'LIGAR');
  const todoId = await newestCall();
  await take(todoId);
  await coordinator.call('leaveTodo', { params: { id: todoId } });
  await expect(look(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  await expect(coordinator.call('leaveTodo', { params: { id: todoId } })).rejects.toMatchObject({
    code: 'todo.not-found',
  });
  const deputy = await salama.signIn('adjunto');
  const { todos } = await deputy.call('listTodos', { query: { limit: 100 } });
  expect(todos.find(({ id }) => id === todoId)).toMatchObject({ state: 'open', language: 'vmw' });
  await take(todoId, deputy);
  expect(await look(todoId, deputy)).toMatchObject({ language: 'vmw' });
});

test('what is no key of a page, or a weak one, is refused at the door', async () => {
  const { todoId } = await wishToBeCalled();
  await take(todoId);
  for (const pageKey of ['AAAA', Buffer.alloc(290, 7).toString('base64')])
    await expect(coordinator.call('askNumber', { params: { id: todoId }, body: { pageKey } })).rejects.toMatchObject({
      code: 'request.invalid',
    });
});

test('without a number any more the page says so, and the task can be ended', async () => {
  const { todoId } = await wishToBeCalled();
  await salama.sql.query(
    `delete from protect_route where contact_id = (
    select i.contact_id from listen_inbound i join know_todo t on t.subject_id = i.id where t.id = $1)`,
    [todoId],
  );
  await take(todoId);
  expect(await look(todoId)).toMatchObject({ reachable: false });
  const callId = await ask(todoId);
  expect(await answered(callId)).toMatchObject({ state: 'no-way-back', sealed: null });
  await expect(end(callId, { outcome: 'reached' })).rejects.toMatchObject({ code: 'call.not-opened' });
  await coordinator.call('finishTodo', { params: { id: todoId } });
});

test('while the courier is away nothing is lost: the page waits, then says so, and a later courier opens no old wish', async () => {
  const { todoId } = await wishToBeCalled();
  await take(todoId);
  await salama.sql.query('revoke select on listen_callback from salama_courier');
  try {
    const callId = await ask(todoId);
    expect((await shown(callId)).state).toBe('waiting');
    await salama.advance({ minutes: 1 });
    expect((await shown(callId)).state).toBe('late');
  } finally {
    await salama.sql.query('grant select on listen_callback to salama_courier');
  }
  const again = await ask(todoId);
  expect(await answered(again)).toMatchObject({ state: 'open' });
  expect(
    (
      await salama.sql.query(
        `select count(*)::int as n from listen_callback where todo_id = $1 and opened_at is not null`,
        [todoId],
      )
    ).rows,
  ).toEqual([{ n: 1 }]);
  await end(again, { outcome: 'reached' });
});

test('the twenty-sixth number within a day is not opened, another person asks why, and the auditor sees who', async () => {
  const collector = await salama.signIn('adjunto');
  const { todoId } = await wishToBeCalled();
  await take(todoId, collector);
  for (let time = 0; time < 25; time += 1)
    expect((await answered(await ask(todoId, makePageKeyOnce(), collector), collector)).state).toBe('open');
  const over = await ask(todoId, makePageKeyOnce(), collector);
  expect(await answered(over, collector)).toMatchObject({ state: 'too-many', sealed: null });
  await salama.drained();
  const { todos } = await officer.call('listTodos', { query: { limit: 100 } });
  expect(todos.filter(({ kind }) => kind === 'many-numbers')).toHaveLength(1);
  for (let time = 26; time < 50; time += 1) await ask(todoId, makePageKeyOnce(), collector);
  await expect(ask(todoId, makePageKeyOnce(), collector)).rejects.toMatchObject({ code: 'request.too-many' });
  const auditor = await salama.signIn('auditora');
  const { openings } = await auditor.call('listOpenings');
  expect(openings[0]).toMatchObject({
    name: expect.stringMatching(/^Coordenador adjunto/),
    today: 25,
    refused: expect.any(Number),
    many: true,
  });
  // The task about herself is another's, also when she were to watch over such things.
  const { rows: about } = await salama.sql.query<{ id: string }>(
    `update know_todo set subject_id = (select id from protect_user where login = 'proteccao') where kind = 'many-numbers' returning id`,
  );
  const params = { id: about[0]?.id ?? '' };
  for (const deed of ['takeTodo', 'finishTodo'] as const)
    await expect(officer.call(deed, { params })).rejects.toMatchObject({ code: 'todo.state' });
  await salama.advance({ hours: 25 });
  await take(todoId, collector);
  expect((await answered(await ask(todoId, makePageKeyOnce(), collector), collector)).state).toBe('open');
});
let once: PageKey | undefined;
function makePageKeyOnce(): PageKey {
  once ??= makePageKey();
  return once;
}

test('police, listeners, administrators and auditors find no such door', async () => {
  const { todoId } = await wishToBeCalled();
  for (const login of ['comandante', 'comandante.distrital', 'escuta', 'admin', 'auditora']) {
    const client = await salama.signIn(login);
    await expect(look(todoId, client), login).rejects.toMatchObject({ status: 403 });
    await expect(ask(todoId, makePageKeyOnce(), client), login).rejects.toMatchObject({ status: 403 });
  }
});

test('after ninety days nothing says who was called', async () => {
  await salama.advance({ days: 91 });
  expect((await salama.sql.query('select 1 from listen_callback')).rowCount).toBe(0);
});
