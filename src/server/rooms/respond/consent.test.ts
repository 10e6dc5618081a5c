// Consent of the one who told, as the protection officer asks and records it through the routes of the console.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());

const openCase = async (lane: 'protection' | 'oversight' = 'protection') => {
  const typeCode = lane === 'protection' ? 'D01' : 'J01';
  const telling = await world.tell({ lane, typeCode, masked: undefined, maskedCt: Buffer.from('x') });
  return (await world.concernOf(telling)).id;
};
const record = (id: string, answer: string, who: 'officer' | 'coordinator' = 'officer') =>
  world.ask(who, 'POST /api/concerns/:id/consent', { params: { id }, body: { answer } });
const refer = (id: string, consent: string) =>
  world.ask('officer', 'POST /api/concerns/:id/refer', {
    params: { id },
    body: { body: 'Hospital distrital', consent },
  });
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

test('after her no nothing is referred, until she is asked again', async () => {
  const id = await openCase();
  await record(id, 'no');
  await expect(refer(id, 'given')).rejects.toThrow('concern.consent');
  world.later(1);
  await record(id, 'yes');
  await refer(id, 'given');
  expect((await look(id)).referrals).toHaveLength(1);
});

test('she takes her consent back, and nothing more leaves', async () => {
  const id = await openCase();
  await expect(record(id, 'withdrawn')).rejects.toThrow('concern.consent');
  await refer(id, 'given');
  expect((await look(id)).consent.state).toBe('yes');
  world.later(1);
  await record(id, 'withdrawn');
  await expect(refer(id, 'given')).rejects.toThrow('concern.consent');
  expect((await look(id)).consent.state).toBe('withdrawn');
});

test('what concerns an office does not hang on one person: oversight goes out although she said no', async () => {
  const id = await openCase('oversight');
  await record(id, 'no');
  await expect(refer(id, 'given')).rejects.toThrow('concern.consent');
  await refer(id, 'not-needed');
  expect((await look(id)).referrals).toHaveLength(1);
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
