// What people of the programme do with a concern, through the routes of the console: find, join, split, refer, see who sees.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
beforeEach(() => world.later(40 * 24 * 60));

const act = (id: string, deed: string, body?: object) =>
  world.ask('coordinator', `POST /api/concerns/:id/${deed}`, { params: { id }, ...(body ? { body } : {}) });
const refer = async (id: string) =>
  world.ask('officer', 'POST /api/concerns/:id/refer', {
    params: { id },
    body: { serviceId: await world.addService(), send: true },
  });

test('joined by a person, and apart again with every telling where it was', async () => {
  const first = await world.tell();
  const second = await world.tell({ typeCode: 'C03', masked: 'uma motorizada' });
  await world.drain();
  const [into, from] = [(await world.concernOf(first)).id, (await world.concernOf(second)).id];
  await act(from, 'merge', { into });
  await world.drain();
  expect(await world.concernOf(second)).toMatchObject({ id: into, voices: 2 });
  await act(into, 'keep-apart', { otherId: from });
  await world.drain();
  expect(await world.concernOf(second)).toMatchObject({ id: from, voices: 1, state: 'triage' });
  expect(await world.concernOf(first)).toMatchObject({ voices: 1 });
});

test('the queue: most severe first, page by page, nothing twice; accents are forgiven', async () => {
  for (const typeCode of ['C01', 'C02', 'C05', 'I02', 'I01'])
    await world.tell({ typeCode, masked: `árvore caída junto à praça ${typeCode}` });
  const seen: { id: string; severity: number }[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.ask('coordinator', 'GET /api/concerns', {
      query: { q: 'Arvore caida', state: 'waiting', limit: 2, ...(cursor ? { cursor } : {}) },
    });
    seen.push(...page.concerns);
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen.map((row) => row.severity)).toEqual([4, 2, 2, 2, 2]);
  expect(new Set(seen.map((row) => row.id)).size).toBe(5);
});

test('before she releases she reads which post would get it; and that post gets it', async () => {
  const open = async (id: string) => world.ask('coordinator', 'GET /api/concerns/:id', { params: { id } });
  const { id } = await world.concernOf(await world.tell({ typeBy: 'free-text', residue: true }));
  const { wouldGo } = await open(id);
  expect(wouldGo).toEqual({ id: 'po_mueda', name: 'Esquadra de Mueda' });
  await act(id, 'release', {});
  await world.drain();
  expect(await open(id)).toMatchObject({ wouldGo: null, briefs: [{ postId: 'po_mueda' }] });
  const nobody = await world.concernOf(await world.tell({ typeCode: 'G01', typeBy: 'free-text', residue: true }));
  expect((await open(nobody.id)).wouldGo).toBeNull();
});

test('she sees who reads a concern and why', async () => {
  const telling = await world.tell();
  await world.drain();
  const view = await world.ask('coordinator', 'GET /api/concerns/:id', {
    params: { id: (await world.concernOf(telling)).id },
  });
  const who = view.seenBy.map(
    (seer: { who: string; count: number; sees: string }) => `${seer.who}: ${seer.count} ${seer.sees}`,
  );
  expect(who).toEqual(
    expect.arrayContaining([
      'coordinator: 1 all',
      'Esquadra de Mueda: 1 fields',
      'Comando Distrital de Mueda: 1 fields',
      'auditor: 0 nothing',
    ]),
  );
  expect(view.timeline.map((line: { event: string }) => line.event)).toEqual(
    expect.arrayContaining(['concern.opened', 'concern.released', 'concern.routed']),
  );
  expect(JSON.stringify(view)).not.toContain(telling.contactId);
});

test('the protection officer refers out only with consent on record', async () => {
  const telling = await world.tell({
    lane: 'protection',
    typeCode: 'D01',
    masked: undefined,
    maskedCt: Buffer.from('x'),
  });
  const { id } = await world.concernOf(telling);
  await expect(refer(id)).rejects.toThrow('concern.consent');
  await world.ask('officer', 'POST /api/concerns/:id/consent', { params: { id }, body: { answer: 'yes' } });
  await refer(id);
  const view = await world.ask('officer', 'GET /api/concerns/:id', { params: { id } });
  expect(view.referrals).toMatchObject([{ body: 'Hospital distrital', acceptedAt: null }]);
  await world.ask('officer', 'POST /api/referrals/:id/step', {
    params: { id: view.referrals[0].id },
    body: { step: 'accepted' },
  });
  expect((await world.concernOf(telling)).state).toBe('referred');
});
