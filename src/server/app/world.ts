// What texts are understood against: types, places and the loanword lexicon, as they stand now.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Db } from '../db/client.ts';
import { listAreaNames, listTypes, readAreaStamp } from '../rooms/know/index.ts';
import { buildLexicon, buildPlaceIndex, type UnderstandWorld } from '../rooms/listen/index.ts';

/** How often the stamp of the areas is looked at; the index itself is built again only when it moved. */
const FRESH_MS = 30_000;
const LexiconRow = z.object({ vmw: z.string(), pt: z.string(), tag: z.string() });
const LEXICON = new URL('../../../data/vmw-pt-loanwords.csv', import.meta.url);

/** Read again at most every half minute: a new place is understood soon after it was added. */
export async function openWorld(db: Db): Promise<() => Promise<UnderstandWorld>> {
  const rows: unknown = parse(await readFile(LEXICON, 'utf8'), { columns: true });
  const lexicon = buildLexicon(z.array(LexiconRow).parse(rows));
  const readPlaces = openPlaces(db);
  let cached: { at: number; world: Promise<UnderstandWorld> } | undefined;
  return async () => {
    const at = performance.now();
    if (!cached || at - cached.at > FRESH_MS) cached = { at, world: read() };
    try {
      return await cached.world;
    } catch (error) {
      cached = undefined;
      throw error;
    }
  };
  async function read(): Promise<UnderstandWorld> {
    const [types, places] = await Promise.all([listTypes(db), readPlaces()]);
    return { types, places, lexicon };
  }
}

function openPlaces(db: Db): () => Promise<UnderstandWorld['places']> {
  let built: { stamp: string; places: UnderstandWorld['places'] } | undefined;
  return async () => {
    const stamp = await readAreaStamp(db);
    if (built?.stamp !== stamp) built = { stamp, places: buildPlaceIndex(await listAreaNames(db)) };
    return built.places;
  };
}
