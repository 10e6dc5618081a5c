// `salama retention`: what is due to be forgotten, forgotten now or, with --dry-run, only counted. `serve` does it by itself every day.
import { createLog } from '../../kit/log.ts';
import { readConfig } from '../config.ts';
import { logWords } from '../log-words.ts';
import { openDatabase } from '../open-database.ts';
import { forgetNow, type RetentionCounts, retentionParts } from '../retention.ts';
import { say } from '../say.ts';
import { asOwner, migrateDatabase, readKeys } from '../set-up.ts';
import type { Run } from './command.ts';

const words: Readonly<Record<keyof RetentionCounts, string>> = {
  texts: 'textos recebidos, 180 dias / raw texts, 180 days',
  parts: 'partes de textos, 180 dias / parts of texts, 180 days',
  params: 'dados de textos enviados, 180 dias / details of sent texts, 180 days',
  narratives: 'narrativas, 24 meses / narratives, 24 months',
  words: 'relatos mascarados, 24 meses / masked tellings, 24 months',
  routes: 'caminhos de volta, 30 dias depois de fechar / ways back, 30 days after closing',
  vault: 'entradas do cofre, 12 meses / vault entries, 12 months',
  pseudonyms: 'pseudónimos de períodos passados / pseudonyms of past periods',
};

/** Carries the counts out of a transaction that is rolled back. */
class OnlyLooking extends Error {
  readonly counts: RetentionCounts;
  constructor(counts: RetentionCounts) {
    super('only looking');
    this.counts = counts;
  }
}

export const run: Run = async ({ values }) => {
  const dry = values['dry-run'] === true;
  const clock = values['clock-checked'] === true ? 'checked' : 'doubted';
  const config = readConfig({ data: '.salama/programme' });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    await migrateDatabase(database, await readKeys(config));
    const counts = await asOwner(database, 'live', async (ctx) => {
      const found = await forgetNow(ctx, clock);
      if (dry) throw new OnlyLooking(found);
      return found;
    }).catch(countsOf);
    const title = dry
      ? 'Seria esquecido agora (nada foi mudado) / would be forgotten now (nothing was changed):'
      : 'Foi esquecido / forgotten:';
    say([title, ...retentionParts.map((part) => `${String(counts[part]).padStart(8)}  ${words[part]}`)]);
    return 0;
  } finally {
    await database.close();
  }
};

function countsOf(error: unknown): RetentionCounts {
  if (error instanceof OnlyLooking) return error.counts;
  throw error;
}
