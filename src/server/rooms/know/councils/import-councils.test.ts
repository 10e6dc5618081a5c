// A list of councils as somebody keeps it: what comes in, what is listed with its reason, what is like another, and taking it back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DistrictWorld, openDistrictWorld } from '../../../../../test/district-world.ts';
import { findCouncil } from '../store-registry.ts';
import { type CouncilList, importCouncils, undoCouncils } from './import-councils.ts';
import { changeCouncil } from './keep-council.ts';

let scratch: DistrictWorld['scratch'];
let asOwner: DistrictWorld['asOwner'];
beforeAll(async () => {
  ({ scratch, asOwner } = await openDistrictWorld());
});
afterAll(() => scratch?.close());

const how: CouncilList = {
  source: 'prova',
  map: {},
  epoch: '1900',
  zoneHours: 2,
  today: '2026-11-30',
  anyway: false,
  dryRun: false,
  origin: 'live',
};
const bring = (lines: readonly string[], more: Partial<CouncilList> = {}) =>
  asOwner((ctx) => importCouncils(ctx, Buffer.from(lines.join('\r\n')), { ...how, ...more }));
const councilsOf = async (batchId: string | undefined) =>
  (
    await scratch.owner.query(
      `select c.name, c.area_id, c.status, c.size, c.founded_on::text, s.since::text, c.meeting_place from know_council c
     join know_council_status s on s.council_id = c.id where c.batch_id = $1 order by c.name`,
      [batchId],
    )
  ).rows;
const heading = 'Nome do conselho;Distrito;Província;Estado;Desde;Data de criação;Membros;Local de reunião';
const map = { name: 'Nome do conselho' };

test('rows in the district’s name come in with status, day, size and place; the others are listed with their reason', async () => {
  const list = [
    'Lista dos conselhos 2026;;;;;;;',
    heading,
    'CCS de Mieze;METUGE;Cabo Delgado;Activo;12/03/2025;01-02-2025;23;Escola',
    'CCS de Namialo;Meconta;Nampula;parado;2026-05-01;;;',
    'CCS de Chai;Macomia;;;;3 de Maio de 2024;41;',
    ';Metuge;;;;;;',
    'CCS de Lado Nenhum;Atlântida;;;;;;',
    'CCS de Amanhã;Metuge;;activo;12/03/2031;;;',
    'CCS sem dia;Metuge;;activo;ontem;;;',
    'CCS de Muitos;Metuge;;activo;;;muitos;',
    'CCS em Festa;Metuge;;em festa;;;;',
    'CCS com Telefone;Metuge;;;;;;casa do lider 84 1234567',
    'Conselho Comunitário de Segurança de Mieze;Metuge;;;;;;',
  ];
  const told = await bring(list, { map });
  expect(told).toMatchObject({ rows: 11, added: 3, known: 0 });
  expect(told.faults).toEqual([
    { row: 6, reason: 'name-missing' },
    { row: 7, reason: 'district-unknown' },
    { row: 8, reason: 'date-future' },
    { row: 9, reason: 'date-unclear' },
    { row: 10, reason: 'size-wrong' },
    { row: 11, reason: 'status-unknown' },
    { row: 12, reason: 'holds-number' },
    { row: 13, reason: 'repeated' },
  ]);
  const none = { meeting_place: null, size: null, founded_on: null };
  expect(await councilsOf(told.batchId)).toEqual([
    {
      ...none,
      name: 'CCS de Chai',
      area_id: 'ar_mz-cd-macomia',
      status: 'active',
      size: 41,
      founded_on: '2024-05-03',
      since: '2024-05-03',
    },
    {
      name: 'CCS de Mieze',
      area_id: 'ar_mz-cd-metuge',
      status: 'active',
      size: 23,
      founded_on: '2025-02-01',
      since: '2025-03-12',
      meeting_place: 'Escola',
    },
    { ...none, name: 'CCS de Namialo', area_id: 'ar_mz-na-meconta', status: 'dormant', since: '2026-05-01' },
  ]);
});

test('a place that the district has not is refused, and never put at the district', async () => {
  const told = await bring(['nome;distrito;aldeia', 'CCS Um;Ancuabe;Nenhures', 'CCS Dois;Ancuabe;'], { dryRun: true });
  expect(told).toMatchObject({ added: 1, faults: [{ row: 2, reason: 'place-unknown' }] });
  expect(told.batchId).toBeUndefined();
});

test('the same list again is known; what is like one that stands waits for a person’s word', async () => {
  await bring(['nome;distrito', 'CCS Nanjua;Ancuabe']);
  expect(await bring(['nome;distrito', 'CCS NANJUA;Ancuabe'])).toMatchObject({ added: 0, known: 1, faults: [] });
  const other = ['nome;distrito', 'Conselho Comunitário de Segurança de Nanjua;Ancuabe', 'CCS Nanjua;Metuge'];
  const told = await bring(other, { dryRun: true });
  expect(told).toMatchObject({ added: 1, faults: [{ row: 2, reason: 'like-another' }] });
  expect(told.faults[0]?.like).toMatch(/^co_/);
  expect(await bring(other, { anyway: true })).toMatchObject({ added: 2, faults: [] });
  // All stand now: brought again, each is known by its own name.
  expect(await bring(other, { anyway: true })).toMatchObject({ added: 0, known: 2 });
  expect(await bring(['nome;distrito', 'CCS Nanjua;Ancuabe'], { anyway: true })).toMatchObject({ added: 0, known: 1 });
});

test('a batch is taken back whole, but not once one of its councils was corrected, nor after thirty days', async () => {
  const first = await bring(['nome;distrito', 'CCS Volta;Balama', 'CCS Fica;Balama']);
  await asOwner((ctx) => undoCouncils(ctx, first.batchId ?? ''));
  expect(await councilsOf(first.batchId)).toEqual([]);
  await expect(asOwner((ctx) => undoCouncils(ctx, first.batchId ?? ''))).rejects.toThrow('import.not-found');

  const second = await bring(['nome;distrito', 'CCS Volta;Balama', 'CCS Fica;Balama']);
  const { rows } = await scratch.owner.query('select id from know_council where batch_id = $1 limit 1', [
    second.batchId,
  ]);
  await asOwner(async (ctx) => {
    const council = await findCouncil(ctx, rows[0].id);
    if (council) await changeCouncil(ctx, { ...council, size: 30 }, '2026-11-30');
  });
  await expect(asOwner((ctx) => undoCouncils(ctx, second.batchId ?? ''))).rejects.toThrow('import.in-use');
  expect(await councilsOf(second.batchId)).toHaveLength(2);

  const third = await bring(['nome;distrito', 'CCS Velha;Balama']);
  await scratch.owner.query(`update know_batch set at = now() - interval '31 days' where id = $1`, [third.batchId]);
  await expect(asOwner((ctx) => undoCouncils(ctx, third.batchId ?? ''))).rejects.toThrow('import.too-late');
});

test('without a name or a district nothing is guessed', async () => {
  await expect(bring(['nome;zona', 'CCS;Sul'])).rejects.toThrow('import.column');
});
