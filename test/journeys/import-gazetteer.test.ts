// An operator brings the list of settlements of the own country by the command line, looks first, and takes it back.
import { writeFileSync } from 'node:fs';
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
});
