// Danger to life: what may go out at once, what may not, and the ladder of persons that runs beside it until somebody answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { giveDutyPhone, HELD, newestConcern, say, tell } from './journey-world.ts';

let salama: Salama;
let post: Client;
let command: Client;
let coordinator: Client;
/** Phones of the four rungs, lowest first. */
let ladder: Handset[] = [];

/** How often each rung was called about this concern. */
const called = (ref: string): Promise<number[]> =>
  Promise.all(
    ladder.map(async (phone) => (await phone.texts()).filter((text) => text.startsWith(`${ref}: urgente`)).length),
  );
const briefsOf = async (reader: Client) => (await reader.call('listBriefs', { query: {} })).briefs;

beforeAll(async () => {
  salama = await startSalama();
  const rungs = ['coordenadora', 'adjunto', 'coordenador.distrital', 'coordenadora.provincial'];
  for (const [at, login] of rungs.entries())
    ladder = [...ladder, await giveDutyPhone(salama, login, `+25880000004${at}`)];
  post = await salama.signIn('comandante');
  command = await salama.signIn('comandante.distrital');
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

describe('told by keyword in a big settlement', () => {
  test('a danger brief stands before post and command at once, without a word of hers', async () => {
    const neighbour = salama.handset('Moradora, Mirambela');
    expect(await tell(salama, neighbour, 'Linchamento em Nantalika, querem matar um rapaz')).toBe('report');
    for (const reader of [post, command]) {
      const [row] = await briefsOf(reader);
      expect(row).toMatchObject({ kind: 'danger', typeCode: 'B05', severity: 5, sources: 'one' });
      const brief = await reader.call('getBrief', { params: { id: row?.id ?? '' } });
      expect(brief).toMatchObject({ narrative: null, area: { id: 'ar_demo-nantalika' } });
    }
    const [ref] = (await briefsOf(post)).map((brief) => brief.ref);
    expect(await salama.handset('Telefone do Posto').next()).toMatch(new RegExp(`^${ref}: urgente`));
    expect(await neighbour.texts()).toEqual([say('receipt.first')]);
  });

  test('the ladder calls one person more at 0, 10, 20 and 40 minutes, though the post has seen it', async () => {
    const { id, ref } = await newestConcern(coordinator);
    expect(await called(ref)).toEqual([1, 0, 0, 0]);
    await post.call('seeBrief', { params: { id: (await briefsOf(post))[0]?.id ?? '' } });
    await salama.advance({ minutes: 9, seconds: 30 });
    expect(await called(ref)).toEqual([1, 0, 0, 0]);
    await salama.advance({ minutes: 1 });
    expect(await called(ref)).toEqual([1, 1, 0, 0]);
    await salama.advance({ minutes: 9 });
    expect(await called(ref)).toEqual([1, 1, 0, 0]);
    await salama.advance({ minutes: 1 });
    expect(await called(ref)).toEqual([1, 1, 1, 0]);
    await salama.advance({ minutes: 19 });
    expect(await called(ref)).toEqual([1, 1, 1, 0]);
    await salama.advance({ minutes: 1 });
    expect(await called(ref)).toEqual([1, 1, 1, 1]);
    expect(await ladder[3]?.next()).toMatch(
      /^[0-9A-Z]{4}: urgente, sem resposta ha 4[01] minutos\. Veja ja na consola\.$/,
    );
    await coordinator.call('answerDanger', { params: { id } });
  });
});

describe('told by free text', () => {
  test('police see nothing, the duty coordinator is called, and her answer stops the ladder', async () => {
    const before = [await briefsOf(post), await briefsOf(command)];
    const phone = salama.handset('Ponto focal, Nantalika');
    expect(await tell(salama, phone, 'vieram homens armados e estao a atacar Nantalika')).toBe('report');
    expect([await briefsOf(post), await briefsOf(command)]).toEqual(before);
    const concern = await newestConcern(coordinator);
    expect(await called(concern.ref)).toEqual([1, 0, 0, 0]);
    expect(concern).toMatchObject({ danger: true, severity: 5, state: 'triage', briefs: [], ladder: { rung: 0 } });
    expect(concern.holdReasons).toContain('type-not-her-word');
    await coordinator.call('answerDanger', { params: { id: concern.id } });
    await salama.advance({ minutes: 41, steps: 4 });
    expect(await called(concern.ref)).toEqual([1, 0, 0, 0]);
  });
});

describe('told by keyword in a village of eighty-five', () => {
  test('police see nothing, and the ladder skips the rung where nobody stands', async () => {
    expect(await tell(salama, salama.handset('+258800000051'), 'Queima em Muzangala, arderam casas')).toBe('report');
    const concern = await newestConcern(coordinator);
    expect(concern).toMatchObject({ typeCode: 'A06', state: 'triage', briefs: [] });
    expect(concern.holdReasons).toEqual(['small-settlement']);
    expect(concern.seenBy).toContainEqual({ who: 'posts', count: 0, sees: 'nothing', why: 'not-released' });
    expect(await called(concern.ref)).toEqual([1, 0, 0, 0]);
    await salama.advance({ minutes: 10, seconds: 20 });
    expect(await called(concern.ref)).toEqual([1, 1, 0, 0]);
    // Macomia has no district coordinator: at twenty minutes the provincial one is called.
    await salama.advance({ minutes: 10 });
    expect(await called(concern.ref)).toEqual([1, 1, 0, 1]);
  });

  test('released by a person it goes to the post, and the ladder ends', async () => {
    const { id } = await newestConcern(coordinator);
    await coordinator.call('releaseConcern', { params: { id }, body: {} });
    expect((await coordinator.call('getConcern', { params: { id } })).briefs).toEqual([]);
    await salama.advance(HELD);
    const released = await coordinator.call('getConcern', { params: { id } });
    expect(released).toMatchObject({ state: 'open', briefs: [{ kind: 'danger', postId: 'po_demo-cd-macomia' }] });
    expect(released.ladder).toMatchObject({ answered: true, nextAt: null });
  });
});
