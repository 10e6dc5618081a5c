// The auditor's question, asked as people ask it: who saw 4F7K, and what else did that person read?
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';

let salama: Salama;
let auditor: Client;
const matters: { id: string; ref: string }[] = [];

beforeAll(async () => {
  salama = await startSalama();
  const teller = salama.handset('Moradora');
  await teller.send('Uma menina foi violada perto do rio em Nantalika');
  await teller.send('Roubo mota em Nantalika ontem a noite');
  await salama.drained();
  matters.push(...(await salama.sql.query(`select id, ref from respond_concern order by lane desc`)).rows);
  auditor = await salama.signIn('auditora');
});
afterAll(() => salama.close());

test('by its reference, in small letters too, the auditor learns who opened a reserved case, and never what was told', async () => {
  const [reserved] = matters;
  if (reserved === undefined) throw new Error('nothing was told');
  const officer = await salama.signIn('proteccao');
  await officer.call('getConcern', { params: { id: reserved.id } });
  const { entries } = await auditor.call('readJournal', { query: { subject: reserved.ref.toLowerCase() } });
  expect(entries.filter(({ kind }) => kind === 'read')).toMatchObject([
    { actorName: 'Oficial de protecção (demonstração)', subjectId: reserved.id, subjectName: reserved.ref },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/menina|rio/);

  const actor = entries.find(({ kind }) => kind === 'read')?.actor ?? undefined;
  const hers = await auditor.call('readJournal', { query: { actor } });
  expect(new Set(hers.entries.map((entry) => entry.actor))).toEqual(new Set([actor]));
});

test('what a post did with a brief stands under the reference of its concern', async () => {
  const ordinary = matters.at(-1);
  const commander = await salama.signIn('comandante');
  const { briefs } = await commander.call('listBriefs', { query: { state: 'open' } });
  const brief = briefs.find(({ ref }) => ref === ordinary?.ref);
  if (ordinary === undefined || brief === undefined) throw new Error('the post has nothing');
  await commander.call('seeBrief', { params: { id: brief.id } });
  const { entries } = await auditor.call('readJournal', { query: { subject: ordinary.ref } });
  expect(entries.map(({ subjectId }) => subjectId)).toEqual(expect.arrayContaining([ordinary.id, brief.id]));
  expect(new Set(entries.map(({ subjectName }) => subjectName))).toEqual(new Set([ordinary.ref]));
});

test('who signed in is named, and nobody but the auditor may ask', async () => {
  const { entries } = await auditor.call('readJournal', {});
  expect(entries.find(({ event }) => event === 'session.opened')?.subjectName).toMatch(/demonstração/);
  const officer = await salama.signIn('proteccao');
  await expect(officer.call('readJournal', {})).rejects.toMatchObject({ code: 'access.denied' });
});
