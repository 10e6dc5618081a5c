// Consent of the one who told, as the protection officer asks and records it through the routes of the console.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
let serviceId: string;
beforeAll(async () => {
  world = await openRespondWorld();
  serviceId = await world.addService();
});
afterAll(() => world.close());

const openCase = async (lane: 'protection' | 'oversight' = 'protection') => {
  const typeCode = lane === 'protection' ? 'D01' : 'J01';
  const telling = await world.tell({ lane, typeCode, masked: undefined, maskedCt: Buffer.from('x') });
  return (await world.concernOf(telling)).id;
};
const record = (id: string, answer: string, who: 'officer' | 'coordinator' = 'officer') =>
  world.ask(who, 'POST /api/concerns/:id/consent', { params: { id }, body: { answer } });
const refer = (id: string, send = true, service = serviceId) =>
  world.ask('officer', 'POST /api/concerns/:id/refer', { params: { id }, body: { serviceId: service, send } });
const step = async (id: string, body: object) => {
  const [referral] = (await look(id)).referrals;
  return world.ask('officer', 'POST /api/referrals/:id/step', { params: { id: referral.id }, body });
};
const stateOf = async (id: string) => (await look(id)).referrals.map((one: { state: string }) => one.state);
const warnings = async (id: string) =>
  (await world.scratch.owner.query(`select state from know_todo where kind = 'warn-service' and subject_id = $1`, [id]))
    .rows;
const look = (id: string) => world.ask('officer', 'GET /api/concerns/:id', { params: { id } });

test('who was never asked has said nothing; each answer stays with who asked', async () => {
  const id = await openCase();
  expect((await look(id)).consent).toEqual({ state: 'not-asked', asked: [] });
  await record(id, 'no');
  world.later(1);
  await record(id, 'yes');
  const { consent } = await look(id);
  expect(consent.state).toBe('yes');
  expect(consent.asked).toMatchObject([{ answer: 'yes' }, { answer: 'no' }]);
});

test('nothing is sent before her yes; a service may be offered before, and never after her no', async () => {
  const id = await openCase();
  await expect(refer(id)).rejects.toThrow('concern.consent');
  await refer(id, false);
  expect(await stateOf(id)).toEqual(['offered']);
  await expect(step(id, { step: 'sent' })).rejects.toThrow('concern.consent');
  await record(id, 'no');
  await expect(refer(id)).rejects.toThrow('concern.consent');
  await expect(refer(id, false)).rejects.toThrow('concern.consent');
  world.later(1);
  await record(id, 'yes');
  expect(await stateOf(id)).toEqual(['consented']);
  await step(id, { step: 'sent' });
  expect(await stateOf(id)).toEqual(['sent']);
  expect((await look(id)).state).toBe('referred');
});

test('a referral is accepted or not, with the reason, until she was served; each step once and in its turn', async () => {
  const id = await openCase();
  await record(id, 'yes');
  await refer(id);
  const { deedId } = await step(id, { step: 'declined', reason: 'full' });
  expect((await look(id)).referrals).toMatchObject([{ state: 'declined', declineReason: 'full' }]);
  await expect(step(id, { step: 'accepted' })).rejects.toThrow();
  await world.ask('officer', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  await step(id, { step: 'accepted' });
  await step(id, { step: 'done' });
  expect(await stateOf(id)).toEqual(['done']);
});

test('a service is offered where it serves, and from its first day to its last', async () => {
  const id = await openCase();
  await record(id, 'yes');
  const ended = await world.addService({ name: 'Fechado', to: '2020-06-01' });
  const later = await world.addService({ name: 'Por abrir', from: '2999-01-01' });
  const { services } = await world.ask('officer', 'GET /api/concerns/:id/referral-services', { params: { id } });
  expect(services.map((one: { id: string }) => one.id)).toContain(serviceId);
  for (const gone of [ended, later]) await expect(refer(id, true, gone)).rejects.toThrow('referral-service.not-found');
});

test('she takes her consent back: nothing more leaves, and the service already told is to be warned', async () => {
  const id = await openCase();
  await expect(record(id, 'withdrawn')).rejects.toThrow('concern.consent');
  await record(id, 'yes');
  await refer(id);
  world.later(1);
  await record(id, 'withdrawn');
  await expect(refer(id)).rejects.toThrow('concern.consent');
  expect((await look(id)).consent.state).toBe('withdrawn');
  expect(await warnings(id)).toEqual([]);
  await world.drain();
  expect(await warnings(id)).toEqual([{ state: 'open' }]);
});

test('who told nobody yet has nobody to warn', async () => {
  const id = await openCase();
  await record(id, 'yes');
  await refer(id, false);
  world.later(1);
  await record(id, 'withdrawn');
  await world.drain();
  expect(await warnings(id)).toEqual([]);
});

test('what concerns an office does not hang on one person: oversight goes out although she said no', async () => {
  const id = await openCase('oversight');
  await record(id, 'no');
  await refer(id);
  expect((await look(id)).referrals).toMatchObject([{ state: 'sent', consent: 'not-needed' }]);
});

test('an answer recorded by mistake is taken back within ten seconds', async () => {
  const id = await openCase();
  const { deedId } = await record(id, 'no');
  await world.ask('officer', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  expect((await look(id)).consent).toEqual({ state: 'not-asked', asked: [] });
});

test('an ordinary concern knows no consent, and a restricted one is not the coordinator’s to ask for', async () => {
  const ordinary = (await world.concernOf(await world.tell())).id;
  await expect(record(ordinary, 'yes')).rejects.toThrow('concern.not-found');
  await expect(record(await openCase(), 'yes', 'coordinator')).rejects.toThrow();
});

const clockOf = async (id: string) => (await look(id)).clock;
const HOUR = 3_600_000;
/** From the last word to a service until its clock ends. */
const minutesGiven = async (id: string): Promise<number> => {
  const { clock, referrals } = await look(id);
  const [{ sentAt, acceptedAt }] = referrals;
  return Math.round((Date.parse(clock.dueAt) - Date.parse(acceptedAt ?? sentAt)) / 60_000);
};

test('each case says the next deed and by when: ask, refer, confirm, ask again, then another, ask whether it helped', async () => {
  const id = await openCase();
  expect(await clockOf(id)).toMatchObject({ step: 'ask-consent', late: false });
  expect((await look(id)).medicalUntil).toBe(new Date(Date.parse((await look(id)).openedAt) + 72 * HOUR).toISOString());
  await record(id, 'yes');
  expect(await clockOf(id)).toMatchObject({ step: 'refer' });
  await refer(id);
  expect(await clockOf(id)).toMatchObject({ step: 'confirm' });
  // Severity 5: a decision in two hours, a quarter of what is left of it for the service.
  expect(await minutesGiven(id)).toBe(30);
  world.later(45);
  expect(await clockOf(id)).toMatchObject({ step: 'ask-again', late: true });
  await step(id, { step: 'reminded' });
  expect(await clockOf(id)).toMatchObject({ step: 'confirm', late: false });
  world.later(45);
  expect(await clockOf(id)).toMatchObject({ step: 'refer-other' });
  await step(id, { step: 'declined', reason: 'unreachable' });
  expect(await clockOf(id)).toMatchObject({ step: 'refer-other' });
});

test('what was accepted is asked after three days later, what was done is told her; a no is answered without a referral', async () => {
  const id = await openCase();
  await record(id, 'yes');
  await refer(id);
  await step(id, { step: 'accepted' });
  expect(await clockOf(id)).toMatchObject({ step: 'ask-helped', late: false });
  expect(await minutesGiven(id)).toBe(3 * 24 * 60);
  await step(id, { step: 'done' });
  expect(await clockOf(id)).toMatchObject({ step: 'tell' });
  const other = await openCase();
  await record(other, 'no');
  expect(await clockOf(other)).toMatchObject({ step: 'tell' });
});

test('a consent taken back from a service that was told asks to warn it; oversight needs no yes', async () => {
  const id = await openCase();
  await record(id, 'yes');
  await refer(id);
  world.later(1);
  await record(id, 'withdrawn');
  expect(await clockOf(id)).toMatchObject({ step: 'warn' });
  expect(await clockOf(await openCase('oversight'))).toMatchObject({ step: 'refer' });
});

test('the list is cut by whom a case waits for, and what was referred stays in it', async () => {
  const id = await openCase();
  await record(id, 'yes');
  await refer(id);
  const list = async (query: object) =>
    (await world.ask('officer', 'GET /api/concerns', { query: { limit: 100, ...query } })).concerns.map(
      (row: { id: string }) => row.id,
    );
  expect(await list({ state: 'waiting' })).toContain(id);
  expect(await list({ waits: 'post' })).toContain(id);
  expect(await list({ waits: 'us' })).not.toContain(id);
  expect(await list({ mine: 'yes' })).not.toContain(id);
  world.later(45);
  expect(await list({ waits: 'us' })).toContain(id);
  await world.scratch.owner.query(
    `update know_todo set state = 'taken', taken_by = $2 where subject_id = $1 and kind = 'triage'`,
    [id, world.people.officer.userId],
  );
  expect(await list({ mine: 'yes', state: 'waiting' })).toEqual([id]);
});
