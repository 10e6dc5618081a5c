// Real input, as an operator runs it: a table of reports in two languages with names, numbers and repeats, through the real command.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { anOperator, clearAway, type Operator, processesOf, run } from './command-line.ts';
import { openOwner } from './whole-process.ts';

afterEach(clearAway);

/** Invented: nobody is called so, and no operator gave these numbers. */
const canaries = ['Zefanias Mutxolola', 'Graciosa Ntumbati', '801234567', '+258 80 765 4321'];
const [man = '', woman = '', short = '', long = ''] = canaries;

const places = ['Metuge', 'Ancuabe', 'Chiure', 'Mecufi', 'Montepuez', 'Balama'];
const plain = places.flatMap((place) => [
  `Roubo de uma mota em ${place} ontem a noite`,
  `A bomba de agua esta avariada em ${place} ha duas semanas`,
  `They stole three goats in ${place} last night`,
  `Estrada cortada pela chuva perto de ${place}`,
  `Two families fight about a farm border in ${place}`,
]);
const texts = [
  ...plain,
  // Likely the same night's work, by other words: another type of the same class, in the same district.
  'Roubo de gado em Metuge ontem a noite',
  'Assalto a uma loja em Metuge ontem a noite',
  'Roubo de uma mota em Metuge ontem',
  `O senhor ${man} roubou a minha mota em Ancuabe, liguem ${short}`,
  `Mrs. ${woman} saw armed men near Chiure, call ${long}`,
  `o meu vizinho ${man} bate na mulher em Balama`,
  `os homens armados atacaram a aldeia em Mecufi, ${woman} fugiu`,
  'esta tudo calmo em Montepuez',
  'precisamos de ajuda aqui',
  'anthu ambiri anabwera usiku ndipo anatenga zinthu zathu',
  '"aspas, virgulas; e\nlinhas" na bomba de agua em Balama',
];

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function writeReports(operator: Operator): string {
  const file = join(operator.folder, 'relatos.csv');
  const rows = texts.map((text, n) => `${n + 1},${cell(text)},2026-03-0${(n % 9) + 1}T08:00:00`);
  writeFileSync(file, ['id,text,when', ...rows].join('\n'));
  return file;
}

const count = (report: string, what: string): number =>
  [...report.matchAll(new RegExp(`\\| ${what}[^|]*\\| (\\d+) \\|`, 'g'))].reduce((sum, [, n]) => sum + Number(n), 0);

/** Every row of every table, as text: whatever stands there unsealed. */
async function findInTables(operator: Operator, words: readonly string[]): Promise<string[]> {
  const owner = openOwner({ processes: () => processesOf(operator) });
  try {
    const tables = await owner.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows)
      for (const word of words) {
        const { rowCount } = await owner.query(
          `select 1 from ${name} as one where strpos(lower(to_jsonb(one)::text), lower($1)) > 0 limit 1`,
          [word],
        );
        if (rowCount) found.push(`${name}: ${word}`);
      }
    return found;
  } finally {
    await owner.end();
  }
}

test('every row ends honestly, nobody is texted, no name or number is left, and a real gateway is a refusal', {
  timeout: 300_000,
}, async () => {
  const operator = anOperator();
  const file = writeReports(operator);
  const table = join(operator.folder, 'contagem.md');
  const words = ['replay', file, '--map', 'text=text,at=when,id=id', '--speed', '40'];

  const first = run(operator, ...words, '--report', table, '--stay');
  await first.url(180_000);
  const report = readFileSync(table, 'utf8');
  expect(count(report, 'texts stored')).toBe(texts.length);
  expect(count(report, 'ended as: ')).toBe(texts.length);
  expect(count(report, 'ended as: person')).toBeGreaterThan(0);
  expect(count(report, 'ended as: zero')).toBe(1);
  expect(count(report, 'reports in the protection lane')).toBeGreaterThan(0);
  expect(count(report, 'reports telling danger to life')).toBeGreaterThan(0);
  expect(count(report, 'likely duplicates offered')).toBeGreaterThan(0);
  expect(count(report, 'outbound texts ')).toBe(count(report, 'outbound texts suppressed'));
  expect(report).toMatch(/\| work still due \/ buried \| 0 \/ 0 \|/);
  expect(await findInTables(operator, ['Mutxolola', 'Ntumbati', short, '80 765 4321', '807654321'])).toEqual([]);
  expect(await findInTables(operator, ['replay'])).not.toEqual([]);
  first.interrupt();
  expect(await first.ended).toBe(0);
  expect(first.printed()).not.toContain('Eighteen months');
  for (const one of ['Mutxolola', 'Ntumbati', short]) expect(`${first.printed()}${report}`).not.toContain(one);

  const settings = join(operator.folder, 'operador.json');
  writeFileSync(settings, JSON.stringify({ secret: 'um segredo de prova com trinta e dois ou mais', nonce: false }));
  const gateway = run(operator, 'gateway', 'operador', '--channel', 'http-gateway', '--settings', settings, '--sends');
  expect(await gateway.ended).toBe(0);
  const second = run(operator, ...words);
  expect(await second.ended).not.toBe(0);
  expect(second.printed()).toContain('operador');
});
