// A database with the country's districts and nothing else: for what is placed by a district's name.
import { readFileSync } from 'node:fs';
import { type Ctx, systemTx, type TxSettings } from '../src/server/db/tx.ts';
import { importDistricts } from '../src/server/rooms/know/index.ts';
import { openScratchDatabase, type ScratchDatabase } from './database.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
const data = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');

export type DistrictWorld = { scratch: ScratchDatabase; asOwner: <T>(deed: (ctx: Ctx) => Promise<T>) => Promise<T> };

export async function openDistrictWorld(): Promise<DistrictWorld> {
  const scratch = await openScratchDatabase();
  const asOwner: DistrictWorld['asOwner'] = (deed) =>
    systemTx({ db: scratch.as('owner'), tx: settings, actor: { id: 'us_setup', role: 'administrator' } }, deed);
  await asOwner((ctx) =>
    importDistricts(ctx, data('districts.csv'), {
      code: 'mz',
      name: 'Moçambique',
      aliasesCsv: data('district-aliases.csv'),
    }),
  );
  return { scratch, asOwner };
}
