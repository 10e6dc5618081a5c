// `salama init`: a real, empty programme. Prints what is told only once.

import { join } from 'node:path';
import { createLog } from '../../kit/log.ts';
import { type Config, readConfig } from '../config.ts';
import { checkKeyFiles } from '../key-files.ts';
import { makeLan } from '../lan.ts';
import { AUTHORITY_FILE, lanUrls } from '../lan-files.ts';
import { logWords } from '../log-words.ts';
import { openDatabase } from '../open-database.ts';
import { say } from '../say.ts';
import { beginProgramme, hasProgramme, makeKeys, migrateDatabase } from '../set-up.ts';
import type { Run } from './command.ts';

export const run: Run = async ({ values }) => {
  const name = values['name'];
  const lan = values['lan'] === true;
  if (lan && name === undefined) return addLan();
  if (typeof name !== 'string' || name.trim() === '')
    throw new Error('salama init --name "…": diga o nome do programa / say the name of the programme');
  const config = readConfig({ data: '.salama/programme' });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    const { keys, custodians } = await makeKeys(config, 'programme');
    await migrateDatabase(database, keys);
    if (await hasProgramme(database))
      throw new Error('Esta pasta já tem um programa. / There is a programme here already.');
    const codes = await beginProgramme(database, keys, name.trim());
    say([
      `Programa criado / programme made: ${name.trim()}`,
      '',
      'Três códigos, cada um para uma pessoa diferente, uma só vez. / Three codes, each for a different person, once.',
      ...codes.map(({ role, code }) => `  ${role.padEnd(20)} ${code}`),
      ...(custodians
        ? [
            '',
            `Chaves dos guardiões (leve-as daqui, uma a cada um) / custodians' keys (take them away, one each): ${custodians.folder}`,
            `  A  ${custodians.passphrases.a}`,
            `  B  ${custodians.passphrases.b}`,
          ]
        : []),
    ]);
    if (lan) await tellLan(config);
    say(['', 'A seguir / next: salama serve']);
    return 0;
  } finally {
    await database.close();
  }
};

/** For a programme that exists already. */
async function addLan(): Promise<number> {
  const config = readConfig({ data: '.salama/programme' });
  await checkKeyFiles(config.keyFolder);
  await tellLan(config);
  return 0;
}

async function tellLan(config: Config): Promise<void> {
  await makeLan(config, new Date());
  say([
    '',
    `Rede local: instale em cada telefone e computador / local network: install on each phone and laptop: ${join(config.lanFolder, AUTHORITY_FILE)}`,
    `Como / how: ${join(config.lanFolder, 'instalar.pt.txt')}, install.en.txt`,
    ...lanUrls(config).map((url) => `  ${url}`),
  ]);
}
