// An operator brings files by the command line: looks first, takes in, takes back. Cells are never printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { anOperator, clearAway, type Operator, run } from './command-line.ts';

afterEach(clearAway);

const list = [
  'name,lat,lon,province,district_current_est,admin_post_or_locality',
  'Nampipi,-12.97,40.35,Cabo Delgado,Metuge,Mieze',
  'Nampipi,-13.10,39.80,Cabo Delgado,Ancuabe,Metoro',
  'Semdistrito,-13.10,39.80,Cabo Delgado,Namicundi,',
].join('\n');

async function told(operator: Operator, ...words: string[]): Promise<string> {
  const command = run(operator, ...words);
  const code = await command.ended;
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code}\n${command.printed()}`);
  return command.printed();
}

test('a gazetteer is looked at, taken in once, and taken back', { timeout: 120_000 }, async () => {
  const operator = anOperator();
  const file = join(operator.folder, 'lugares.csv');
  writeFileSync(file, list);
  await told(operator, 'init', '--name', 'Programa de prova');

  const look = await told(operator, 'import', 'gazetteer', file, '--dry-run');
  expect(look).toMatch(/would be new: 2 aldeias \/ villages, 2 postos/);
  expect(look).toMatch(/district-unknown: 1 \(4\)/);
  expect(look).not.toMatch(/batch/);

  const first = await told(operator, 'import', 'gazetteer', file);
  const batch = /batch: (ba_\w+)/.exec(first)?.[1] ?? '';
  expect(batch).not.toBe('');
  expect(await told(operator, 'import', 'gazetteer', file)).toMatch(/known: 4/);

  expect(await told(operator, 'import', 'undo', batch)).toContain(batch);
  expect(await told(operator, 'import', 'gazetteer', file, '--dry-run')).toMatch(/would be new: 2/);

  const councils = join(operator.folder, 'conselhos.csv');
  const errors = join(operator.folder, 'erros-conselhos.csv');
  writeFileSync(
    councils,
    'Nome;Distrito;Membros\nCCS Namuapa;Mecubúri;23\nConselho de Namuapa;Mecubúri;\nCCS;Marte;12',
  );
  const brought = await told(operator, 'import', 'councils', councils, '--errors', errors);
  expect(brought).toMatch(/new: 1 conselhos/);
  expect(readFileSync(errors, 'utf8')).toBe('row,reason\n3,repeated\n4,district-unknown\n');
  expect(brought).not.toMatch(/Namuapa/);
  const councilBatch = /batch: (ba_\w+)/.exec(brought)?.[1] ?? '';
  expect(await told(operator, 'import', 'undo', councilBatch)).toContain(councilBatch);
});

test('reports are looked at, and wait sealed for serve; errors go to a file without words', {
  timeout: 120_000,
}, async () => {
  const operator = anOperator();
  const file = join(operator.folder, 'caderno.csv');
  const errors = join(operator.folder, 'erros.csv');
  const rows = ['data;relato;numero', '2026-11-02;roubo de gado de Joaquim Mucavele;841234567', 'ontem;roubo;'];
  writeFileSync(file, rows.join('\n'));
  await told(operator, 'init', '--name', 'Programa de prova');

  const look = await told(operator, 'import', 'reports', file, '--dry-run');
  expect(look).toMatch(/understood: 1/);
  expect(look).toMatch(/date-unclear: 1 \(3\)/);

  const other = join(operator.folder, 'relatos-2025.csv');
  writeFileSync(other, rows.slice(0, 2).join('\n'));
  expect(await told(operator, 'import', 'reports', other)).toMatch(/understood: 1/);
  const picture = join(operator.folder, 'mapa.xlsx');
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
  const refused = run(operator, 'import', 'reports', picture);
  expect(await refused.ended).toBe(1);
  expect(refused.printed()).toMatch(/Não conseguimos ler este ficheiro.*We could not read this file/s);

  const words = ['import', 'reports', file, '--source', 'Caderno antigo', '--errors', errors];
  const taken = await told(operator, ...words);
  expect(taken).toMatch(/batch: ba_\w+/);
  expect(`${look}${taken}`).not.toMatch(/Mucavele|841234567|gado/);
  expect(readFileSync(errors, 'utf8')).toBe('row,reason\n3,date-unclear\n');
  expect(await told(operator, 'import', 'list')).toMatch(/reports {2}0 {2}running {2}Caderno antigo/);
});
