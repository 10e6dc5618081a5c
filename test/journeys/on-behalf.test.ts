// Somebody without a telephone tells it at a desk, a slip of paper is typed in, a code is said aloud: the same intake, no name, nobody
// seen behind it, and never released by a rule.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderSms } from '../../locales/sms.ts';
import type { EnterTelling } from '../../src/shared/contract/entries.ts';
import { newId } from '../../src/shared/kit/ids.ts';
import type { Client } from '../client.ts';
import { dayAhead } from '../day.ts';
import { type Salama, startSalama } from '../salama.ts';
import { giveDutyPhone, HELD, newestConcern, say, tell } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;
let metuge: string;
beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  const { areas } = await coordinator.call('findAreas', { query: { q: 'Metuge' } });
  metuge = areas[0]?.id ?? '';
});
afterAll(() => salama?.close());

const entryOf = (words: string, more: Partial<EnterTelling> = {}, typeCode = 'B01'): EnterTelling => ({
  key: newId('task'),
  source: 'walk-in',
  consent: { record: true, answer: true, refer: 'not-asked' },
  wayBack: { kind: 'none' },
  told: { words, language: 'pt', typeCode, areaId: metuge },
  ...more,
});
async function enter(body: EnterTelling, client = coordinator): Promise<string | null> {
  const { code } = await client.call('enterTelling', { body });
  await salama.advance(PAST_UNDO);
  return code;
}
/** What is entered can be taken back for ten seconds; only then it is heard. */
const PAST_UNDO = { seconds: 13 };
const one = async (question: string): Promise<Record<string, unknown>> =>
  (await salama.sql.query<Record<string, unknown>>(question)).rows[0] ?? {};

test('told at the desk without a telephone: a concern with her words masked, held for a person, no way back', async () => {
  await enter(entryOf('roubaram 3 cabritos ao meu vizinho, liguem 84 123 4567'));
  const concern = await newestConcern(coordinator);
  expect(concern.typeCode).toBe('B01');
  expect(concern.area?.id).toBe(metuge);
  expect(concern.holdReasons).toContain('type-not-her-word');
  expect(concern.briefs).toEqual([]);
  expect(concern.tellings[0]).toMatchObject({ via: 'walk-in', wayBack: false });
  expect(concern.narrative).toContain('cabritos');
  expect(concern.narrative).not.toContain('4567');
});

test('who entered it is in the journal and beside the row, never with the teller', async () => {
  const entered = (await salama.journal()).filter(({ event }) => event === 'telling.entered');
  expect(entered.at(-1)).toMatchObject({ role: 'coordinator', payload: { source: 'walk-in', wayBack: 'none' } });
  expect(await one('select source, way_back, may_answer, may_refer from listen_entry')).toEqual({
    source: 'walk-in',
    way_back: 'none',
    may_answer: true,
    may_refer: 'not-asked',
  });
});

test('typed in error it is taken back within ten seconds: nothing is opened, the words and the code are gone', async () => {
  const count = async () => (await one('select count(*)::int as n from respond_concern'))['n'];
  const before = await count();
  const body = entryOf('roubaram o barco do pescador', { wayBack: { kind: 'code' } });
  const { code, deed } = await coordinator.call('enterTelling', { body });
  await salama.drained();
  expect(await count()).toBe(before);
  expect(code).not.toBeNull();
  const id = deed?.deedId ?? '';
  await expect((await salama.signIn('proteccao')).call('undoDeed', { params: { id } })).rejects.toMatchObject({
    code: 'deed.not-found',
  });
  await coordinator.call('undoDeed', { params: { id } });
  await salama.advance(PAST_UNDO);
  expect(await count()).toBe(before);
  expect((await coordinator.call('readCode', { body: { code: code ?? '' } })).outcome).toBe('unknown');
  expect(
    await one(`select text_ct from listen_inbound where via = 'walk-in' order by received_at desc limit 1`),
  ).toEqual({
    text_ct: null,
  });
  await expect(coordinator.call('undoDeed', { params: { id } })).rejects.toMatchObject({ code: 'deed.too-late' });

  const listener = await salama.signIn('escuta');
  const hers = await listener.call('enterTelling', { body: entryOf('levaram a rede de pesca') });
  await listener.call('undoDeed', { params: { id: hers.deed?.deedId ?? '' } });
  await salama.advance(PAST_UNDO);
  expect(await count()).toBe(before);
});

test('with her number, given by a yes: the answer travels to it, and the number is nowhere else', async () => {
  const number = '+258800000731';
  const phone = salama.handset(number);
  await phone.texts();
  await enter(entryOf('o furo da aldeia esta avariado', { wayBack: { kind: 'phone', number } }, 'I04'));
  const concern = await newestConcern(coordinator);
  expect(concern.tellings[0]?.wayBack).toBe(true);
  expect(await phone.texts()).toEqual([]);
  await coordinator.call('answerConcern', { params: { id: concern.id }, body: { answer: 'done' } });
  await salama.advance(HELD);
  expect((await phone.texts()).length).toBeGreaterThan(0);
  expect(JSON.stringify([concern, await salama.journal()]) + salama.logged()).not.toContain(number.slice(-9));
});

test('whoever types a number silences no phone: only hours are kept, for one that has none, and it is told', async () => {
  const number = '+258800000734';
  const phone = salama.handset(number);
  await phone.texts();
  const wayBack = { kind: 'phone', number } as const;
  const wishing = (wishes: EnterTelling['wishes'], words: string) => enter(entryOf(words, { wayBack, wishes }));
  for (const wishes of [
    { stop: true },
    { quiet: true },
    { quiet: false },
    { language: 'en' },
    { hours: null },
  ] as const)
    await expect(wishing(wishes, 'uma rede levada')).rejects.toMatchObject({ code: 'request.invalid' });
  const wished = () =>
    one(`select opted_out_at, do_not_reply, safe_from, safe_to from protect_contact order by created_at desc limit 1`);
  await wishing({ hours: { from: 0, to: 23 } }, 'levaram a rede do vizinho');
  const kept = { opted_out_at: null, do_not_reply: false, safe_from: 0, safe_to: 23 };
  expect(await wished()).toEqual(kept);
  await salama.advance({ hours: 2 });
  expect(await phone.texts()).toEqual([renderSms('pt', 'hours', { from: '0', to: '23' })]);
  await wishing({ hours: { from: 3, to: 4 } }, 'levaram tambem a panela dela');
  expect(await wished()).toEqual(kept);
});

test('a number of the programme itself is refused like what is no telephone: nobody tells in its name', async () => {
  const number = '+258800000735';
  const phone = await giveDutyPhone(salama, 'comandante', number);
  const entry = entryOf('roubaram a bicicleta do guarda', { wayBack: { kind: 'phone', number } });
  await expect(enter(entry)).rejects.toMatchObject({ code: 'entry.number' });
  expect(await phone.texts()).toEqual([]);
});

test('what she wishes by her code is done as by her own word, and her phone is told how to undo it', async () => {
  const phone = salama.handset('+258800000736');
  await tell(salama, phone, 'Roubo gado em Nantalika');
  await tell(salama, phone, 'CODIGO');
  const code = /O seu codigo: ([0-9A-Z-]{9,12})\./.exec((await phone.texts()).at(-1) ?? '')?.[1] ?? '';
  const words = 'levaram mais dois bois da familia';
  await enter(entryOf(words, { wayBack: { kind: 'known', code }, wishes: { stop: true } }));
  expect((await phone.texts()).at(-1)).toBe(say('opted-out'));
});

test('no number is taken without her yes to an answer, none that is no telephone, none from a listener', async () => {
  const phone = { kind: 'phone', number: '+258800000732' } as const;
  const no = { record: true, answer: false, refer: 'no' } as const;
  await expect(enter(entryOf('x y z', { wayBack: phone, consent: no }))).rejects.toMatchObject({
    code: 'request.invalid',
  });
  const wrong = entryOf('uma ponte caiu', { wayBack: { kind: 'phone', number: '123456' } });
  await expect(enter(wrong)).rejects.toMatchObject({ code: 'entry.number' });
  const listener = await salama.signIn('escuta');
  await expect(enter(entryOf('uma ponte caiu', { wayBack: phone }), listener)).rejects.toMatchObject({
    code: 'access.denied',
  });
});

test('a slip with a code: it opens the page for anybody, and whoever hears it said may add and answer for her', async () => {
  const code = (await enter(entryOf('roubaram a bomba do poco', { wayBack: { kind: 'code' } }, 'C03'))) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  const listener = await salama.signIn('escuta');
  expect(await listener.call('readCode', { body: { code } })).toMatchObject({
    outcome: 'found',
    told: { state: 'received', told: 'now' },
  });
  const concern = await newestConcern(coordinator);
  const known = { kind: 'known', code: code.toLowerCase() } as const;
  await enter(entryOf('levaram tambem a corrente', { wayBack: known, source: 'call' }), listener);
  const more = await coordinator.call('getConcern', { params: { id: concern.id } });
  expect(more.narrative).toMatch(/bomba.*corrente/);
  expect(more.voices).toBe(1);
  const early = entryOf('', { wayBack: known, answers: { clear: '1' } });
  const { told: _told, ...answers } = early;
  await expect(enter(answers)).rejects.toMatchObject({ code: 'entry.not-answered' });
  await coordinator.call('answerConcern', { params: { id: concern.id }, body: { answer: 'done' } });
  await salama.advance(HELD);
  await enter({ ...answers, key: newId('task'), answers: { clear: '1', solved: '4' } });
  const after = await coordinator.call('getConcern', { params: { id: concern.id } });
  expect(after.tellings[0]).toMatchObject({ clear: 'yes', solved: 4 });
  expect(after.holdReasons).toContain('worse');
});

test('a wrong code opens nothing, and the eleventh within the hour waits', async () => {
  const hear = async (code: string) => (await coordinator.call('readCode', { body: { code } })).outcome;
  const heard: string[] = [];
  for (let at = 0; at < 11; at += 1) heard.push(await hear(`AAAA-AAA${at % 10}`));
  expect(heard.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 'unknown'));
  expect(heard.at(-1)).toBe('slow-down');
  await salama.advance({ minutes: 61 });
  expect(await hear('AAAA-AAA1')).toBe('unknown');
});

test('a word of a restricted lexicon takes an entry out of the sight of the coordinator who wrote it', async () => {
  const before = (await coordinator.call('countConcerns', { query: {} })) as unknown;
  await enter(
    entryOf('a filha da vizinha foi violada pelo tio', {
      consent: { record: true, answer: false, refer: 'yes' },
      told: { words: 'a filha da vizinha foi violada pelo tio', language: 'pt', areaId: metuge },
    }),
  );
  expect(await coordinator.call('countConcerns', { query: {} })).toEqual(before);
  const officer = await salama.signIn('proteccao');
  const kase = await newestConcern(officer);
  expect(kase.lane).toBe('protection');
  expect(kase.consent.state).toBe('yes');
});

test('paper from last week carries its own day; the same slip typed twice is noticed, one form pressed twice is one', async () => {
  const on = dayAhead(-7, salama.now());
  const told = {
    words: 'a estrada para a machamba foi cortada',
    language: 'pt',
    typeCode: 'G01',
    areaId: metuge,
  } as const;
  const slip = entryOf('', { source: 'paper', told: { ...told, happened: { on, part: 'morning' } } });
  await enter(slip);
  await enter(slip);
  const concern = await newestConcern(coordinator);
  expect(concern).toMatchObject({ toldOn: on, timeBand: 'morning', voices: 1 });
  const again = { ...slip, key: newId('task') };
  await expect(enter(again)).rejects.toMatchObject({ code: 'entry.repeated' });
  await enter({ ...again, again: true });
});

test('the answer was lost and it is sent again: the same code; with other words it is refused, never quietly dropped', async () => {
  const body = entryOf('levaram a porta da escola', { wayBack: { kind: 'code' } });
  const { code } = await coordinator.call('enterTelling', { body });
  expect(await coordinator.call('enterTelling', { body })).toEqual({ code, deed: null });
  const mended = entryOf('levaram a porta e o telhado da escola', { wayBack: { kind: 'code' }, key: body.key });
  await expect(enter(mended)).rejects.toMatchObject({ code: 'message.key-reused' });
  expect((await coordinator.call('readCode', { body: { code: code ?? '' } })).outcome).toBe('found');
  const noSlip = entryOf('levaram as carteiras da escola');
  await coordinator.call('enterTelling', { body: noSlip });
  // No code is shown that opens nothing.
  await expect(enter({ ...noSlip, wayBack: { kind: 'code' } })).rejects.toMatchObject({ code: 'message.key-reused' });
  await salama.advance(PAST_UNDO);
  const { n } = await one(
    `select count(*)::int - count(distinct subject_id)::int as n from journal where event = 'telling.entered'`,
  );
  expect(n).toBe(0);
});

test.each<[string, Partial<EnterTelling>, Partial<EnterTelling['told']>?]>([
  ['lane', {}, { lane: 'protection' }],
  ['danger', {}, { danger: true }],
  ['type', {}, { typeCode: 'C01' }],
  ['place', {}, { areaId: undefined }],
  ['day', {}, { happened: { on: dayAhead(-1, new Date()), part: 'morning' } }],
  ['consent to a referral', { consent: { record: true, answer: true, refer: 'yes' } }],
  ['source', { source: 'paper' }],
])(
  'pressed again after a lost answer with another %s, the change is refused loudly and nothing is written',
  async (what, more, told) => {
    const first = entryOf(`levaram o tecto da escola, ${what}`);
    const { deed } = await coordinator.call('enterTelling', { body: first });
    const rows = () =>
      one(
        `select (select count(*)::int from listen_entry) as entries, (select count(*)::int from protect_contact) as contacts`,
      );
    const before = await rows();
    const mended = { ...first, ...more, told: { ...first.told, ...told } as EnterTelling['told'] };
    await expect(enter(mended)).rejects.toMatchObject({ code: 'message.key-reused' });
    expect(await rows()).toEqual(before);
    await coordinator.call('enterTelling', { body: first });
    expect(await rows()).toEqual(before);
    expect(deed).not.toBeNull();
  },
);

test('a number that a refused press brought is sealed for nobody', async () => {
  const first = entryOf('levaram o gerador do posto de saude');
  await enter(first);
  const count = () => one(`select count(*)::int as contacts from protect_contact`);
  const before = await count();
  const mended = { ...first, wayBack: { kind: 'phone', number: '+258800000738' } } as const;
  await expect(enter(mended)).rejects.toMatchObject({ code: 'message.key-reused' });
  expect(await count()).toEqual(before);
});

test('two presses at once are one entry, one contact', async () => {
  const count = () => one(`select count(*)::int as contacts from protect_contact`);
  const before = Number((await count())['contacts']);
  const body = entryOf('cortaram o cabo da luz na vila');
  await Promise.all([1, 2, 3].map(() => coordinator.call('enterTelling', { body })));
  expect(await count()).toEqual({ contacts: before + 1 });
});

test('what one hand enters is one source, however many forms it fills in', async () => {
  for (const words of ['homens armados perto do rio', 'armados passaram o rio ontem'])
    await enter(entryOf(words, { told: { words, language: 'pt', typeCode: 'A03', areaId: metuge } }));
  const { n } = await one(
    `select count(distinct source_key)::int as n from listen_report where via <> 'text' and type_code = 'A03'`,
  );
  expect(n).toBe(1);
});

test('by the code of its own slip a hand becomes no second source, however soon it enters more', async () => {
  const told = { language: 'pt', typeCode: 'A03', areaId: metuge } as const;
  const slip = entryOf('', { told: { ...told, words: 'vi homens com catanas na ponte' }, wayBack: { kind: 'code' } });
  const { code } = await coordinator.call('enterTelling', { body: slip });
  const known = { kind: 'known', code: code ?? '' } as const;
  await enter(entryOf('', { told: { ...told, words: 'os das catanas foram para o mato' }, wayBack: known }));
  const { tellings, sources } = await one(`
    select count(*)::int as tellings, count(distinct source_key)::int as sources from listen_report where masked like '%catanas%'`);
  expect({ tellings, sources }).toEqual({ tellings: 2, sources: 1 });
});

test('police, administrators and auditors find no such door', async () => {
  for (const login of ['comandante', 'comandante.distrital', 'admin', 'auditora']) {
    const client = await salama.signIn(login);
    await expect(enter(entryOf('um relato'), client), login).rejects.toMatchObject({ status: 403 });
    await expect(client.call('readCode', { body: { code: 'AAAA-AAAA' } }), login).rejects.toMatchObject({
      status: 403,
    });
  }
});

test('a text of hers and an entry for her meet by her number: one contact, no second route', async () => {
  const number = '+258800000733';
  await tell(salama, salama.handset(number), 'Roubo gado em Nantalika');
  await enter(entryOf('mais um roubo la em casa', { wayBack: { kind: 'phone', number } }));
  const { n } = await one(`select count(distinct r.contact_id)::int as n from listen_report r
    where r.contact_id in (select contact_id from listen_inbound where via = 'text' order by received_at desc limit 1)`);
  expect(n).toBe(1);
});

test('two thousand letters are kept to the last; one more is refused, and nothing of it is kept', async () => {
  const long = `roubaram a bicicleta perto do rio${'.'.repeat(2_000)}`.slice(0, 2_000);
  await enter(entryOf(long));
  expect(await one('select max(length(masked)) as letters from listen_report')).toEqual({ letters: 2_000 });
  await expect(enter(entryOf(`${long}!`))).rejects.toMatchObject({ code: 'request.invalid' });
});
