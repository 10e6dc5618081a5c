// Reports kept in spreadsheets come in: looked at, taken in once, marked, asleep, and taken back while nobody worked on them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { until } from '../until.ts';

let salama: Salama;
let coordinator: Client;
let officer: Client;

beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  officer = await salama.signIn('proteccao');
});
afterAll(() => salama.close());

/** What was told more than thirty days ago comes in closed (ADR 0037): these were told lately, whenever the test runs. */
const lately = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const inPortuguese = (days: number): string => lately(days).split('-').reverse().join('/');

const heading = 'Data;Distrito;Lugar;Tipo;Relato;Telefone;Canal;Resultado';
const rows = [
  `${inPortuguese(8)};Macomia;Nakirwe;;roubaram gado, foi o senhor Joaquim Mucavele;84 123 4567;caderno;`,
  '12 de Janeiro de 2025;Macomia;;C02;roubo de telefone na estrada;841234567;reunião;resolvido',
  `${inPortuguese(6)};Macomia;Nakirwe;D01;violaram uma menina;;visita;`,
  '31/02/2026;Macomia;;C02;roubo;;;',
  '06/11/2026;Lugarnenhum;;C02;roubo;;;',
  '06/11/2026;Macomia;;Xpto;roubo;;;',
  '07/11/2031;Macomia;;C02;roubo;;;',
];
const latin1 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
const file = latin1([heading, ...rows].join('\r\n'));

const preview = (body: { file: string; map?: Record<string, string> }, who = coordinator) =>
  who.call('previewReports', { body });
async function take(given: string, source = 'Caderno do conselho'): Promise<string> {
  const { map } = await preview({ file: given });
  const { batchId } = await coordinator.call('importReports', { body: { file: given, map, source } });
  await salama.drained();
  return batchId;
}
/** What of imports waits for her. */
const imported = async (who: Client) =>
  (await who.call('listConcerns', { query: { limit: 100 } })).concerns.filter(
    ({ origin, state }) => origin === 'import' && state === 'triage',
  );
const batchOf = async (id: string) => (await coordinator.call('listBatches', {})).batches.find((one) => one.id === id);

describe('a table of reports', () => {
  test('is understood before anything is kept: columns guessed, names masked, restricted rows not shown', async () => {
    const seen = await preview({ file });
    expect(seen.map).toMatchObject({ date: 'Data', place: 'Lugar', text: 'Relato', number: 'Telefone' });
    expect(seen).toMatchObject({ rows: 7, good: 3, restricted: 1, remembered: false });
    expect(seen.faults).toEqual([
      { row: 5, reason: 'date-unclear' },
      { row: 6, reason: 'place-unknown' },
      { row: 7, reason: 'type-unknown' },
      { row: 8, reason: 'date-future' },
    ]);
    expect(seen.first[0]).toMatchObject({ row: 2, restricted: false, channel: 'paper', typeCode: 'C04' });
    expect(seen.first[0]?.text).toMatch(/\[nome\]/);
    expect(seen.first[2]).toEqual({
      ...{ row: 4, restricted: true, toldOn: null, place: null },
      ...{ typeCode: null, text: null, channel: null, outcome: null },
    });
    expect(JSON.stringify(seen)).not.toMatch(/Mucavele|84 ?123|menina/);
    expect(await imported(coordinator)).toEqual([]);
  });

  test('comes in marked and asleep: no text, no clock, no ladder, no post; restricted rows to the officer only', async () => {
    const batchId = await take(file);
    expect(await batchOf(batchId)).toMatchObject({ state: 'done', rows: 7, added: 3, known: 0, refused: 4 });
    const open = await imported(coordinator);
    expect(open).toMatchObject([{ typeCode: 'C04', state: 'triage', clock: null, area: { id: 'ar_demo-nakirwe' } }]);
    expect(await imported(officer)).toMatchObject([{ typeCode: 'D01', lane: 'protection' }]);
    const { rows: outbound } = await salama.sql.query(`select count(*)::int as n from listen_outbound`);
    expect(outbound).toEqual([{ n: 0 }]);
    const { rows: left } = await salama.sql.query(`
      select (select count(*)::int from respond_ladder) as ladders, (select count(*)::int from respond_brief) as briefs,
        (select count(*)::int from protect_route r join protect_contact c on c.id = r.contact_id where c.origin = 'import') as routes,
        (select count(distinct contact_id)::int from listen_report where origin = 'import') as contacts,
        (select count(*)::int from respond_concern where origin = 'import' and state = 'closed' and close_reason = 'solved') as solved`);
    expect(left).toEqual([{ ladders: 0, briefs: 0, routes: 0, contacts: 2, solved: 1 }]);
  });

  test('a second time brings nothing, and its columns are remembered by their headings', async () => {
    expect(await preview({ file })).toMatchObject({ remembered: true });
    const again = await take(file);
    expect(await batchOf(again)).toMatchObject({ state: 'done', added: 0, known: 3 });
    expect(await imported(coordinator)).toHaveLength(1);
  });

  test('no word of it lies plain in a task or the journal', async () => {
    const { rows: plain } = await salama.sql.query(
      `select count(*)::int as n from journal where payload::text ~* 'gado|mucavele|caderno'`,
    );
    expect(plain).toEqual([{ n: 0 }]);
  });

  test('is taken back whole, and may come in again', async () => {
    const other = latin1(
      `data,texto,distrito\n${lately(10)},roubo de bicicleta,Palma\n${lately(9)},roubo de gado,Palma\n`,
    );
    const batchId = await take(other);
    expect(await imported(coordinator)).toHaveLength(3);
    await coordinator.call('undoBatch', { params: { id: batchId } });
    await salama.drained();
    expect(await batchOf(batchId)).toMatchObject({ state: 'undone', undoUntil: null });
    expect(await imported(coordinator)).toHaveLength(1);
    const { rows: words } = await salama.sql.query(
      `select count(*)::int as n from listen_report where masked ~ 'bicicleta'`,
    );
    expect(words).toEqual([{ n: 0 }]);
    expect(await batchOf(await take(other))).toMatchObject({ added: 2 });
  });

  test('is not taken back once somebody worked on it', async () => {
    const batchId = await take(latin1(`data,texto,distrito\n${lately(7)},roubo de barco,Ibo\n`));
    const [concern] = (await imported(coordinator)).filter(({ area }) => area?.name === 'Ibo');
    await coordinator.call('typeConcern', { params: { id: concern?.id ?? '' }, body: { typeCode: 'C01' } });
    await salama.drained();
    await coordinator.call('undoBatch', { params: { id: batchId } });
    await salama.drained();
    expect(await batchOf(batchId)).toMatchObject({ state: 'done', inUse: true });
  });

  test('a coordinator of one district brings nothing of another, and sees no import of her colleagues', async () => {
    const local = await salama.signIn('coordenador.distrital');
    const seen = await preview({ file, map: { date: 'Data', text: 'Relato', district: 'Distrito' } }, local);
    expect(seen.good).toBe(0);
    expect(seen.faults.filter(({ reason }) => reason === 'place-outside').length).toBeGreaterThan(3);
    expect((await local.call('listBatches', {})).batches).toEqual([]);
    for (const login of ['comandante', 'proteccao', 'auditora'])
      await expect((await salama.signIn(login)).call('listBatches', {})).rejects.toThrow(/access.denied/);
  });

  test('is refused while a gateway could text a real person', async () => {
    const { map } = await preview({ file });
    await salama.sql.query(
      `insert into listen_channel (id, channel, settings_ct, enabled, sends, created_at) values ('vodacom', 'kannel', 'x', true, true, now())`,
    );
    const body = { file, map, source: 'Caderno' };
    await expect(coordinator.call('importReports', { body })).rejects.toThrow(/import.gateway/);
    await salama.sql.query(`delete from listen_channel where id = 'vodacom'`);
  });

  test('under a title is read, says which sheets were not, and one without headings loses no first row', async () => {
    const titled = await preview({ file: latin1(`Relatos do conselho\n\n${heading}\n${rows[0]}\n`) });
    expect(titled).toMatchObject({ rows: 1, good: 1, unread: [], map: { date: 'Data', text: 'Relato' } });
    expect(titled.first[0]?.row).toBe(4);
    const bare = latin1(`${rows[0]}\n${rows[1]}\n`);
    await expect(preview({ file: bare })).rejects.toThrow(/import.no-headings/);
    const long = await preview({ file: latin1(`Data;Relato ${'do que se passou '.repeat(30)}\n12/11/2025;roubo\n`) });
    expect(long).toMatchObject({ good: 1 });
  });

  test('is remembered by a key of its headings, never by the words that stood in them', async () => {
    await take(latin1(`data;texto;841234567\n${lately(3)};roubo de milho;x\n`));
    const { rows: kept } = await salama.sql.query<{ signature: string }>('select signature from listen_import_map');
    expect(kept.length).toBeGreaterThan(0);
    for (const { signature } of kept) expect(signature).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });

  test('of five thousand rows is taken in within a minute', { timeout: 120_000 }, async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_, at) => `2025-0${1 + (at % 9)}-11,C02,roubo ${at} na estrada perto de Macomia`,
    );
    const large = latin1(['data,tipo,relato', ...lines].join('\n'));
    const startedAt = performance.now();
    const { batchId, good } = await coordinator.call('importReports', {
      body: { file: large, map: { date: 'data', type: 'tipo', text: 'relato' }, source: 'Livro antigo' },
    });
    const answeredMs = performance.now() - startedAt;
    await until(async () => ((await batchOf(batchId))?.state === 'done' ? true : undefined), 'the batch', 90_000);
    const seconds = (performance.now() - startedAt) / 1000;
    expect(good).toBe(5_000);
    expect(answeredMs).toBeLessThan(20_000);
    expect(seconds).toBeLessThan(60);
    process.stdout.write(`5000 rows: answered in ${answeredMs.toFixed(0)} ms, in after ${seconds.toFixed(1)} s\n`);
  });

  test('what is no table is refused in words a person can act on', async () => {
    await expect(preview({ file: Buffer.from([0xff, 0xd8, 0, 0]).toString('base64') })).rejects.toThrow(
      /import.unreadable/,
    );
    const body = { file, map: { date: 'Não existe', text: 'Relato' }, source: 'Caderno' };
    await expect(coordinator.call('importReports', { body })).rejects.toThrow(/import.column/);
  });
});
