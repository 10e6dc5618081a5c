// Places of a replay: hung under the programme's root as a branch of their own, so that whoever watches the programme sees them.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { areaKinds } from '../../shared/domain/area.ts';
import { problem } from '../../shared/kit/problem.ts';
import { fold } from '../../shared/kit/text.ts';
import type { Ctx } from '../db/tx.ts';
import { addArea, findRootArea } from '../rooms/know/index.ts';

const Row = z.object({
  name: z.string().trim().min(1),
  kind: z.enum(areaKinds).default('district'),
  parent: z.string().trim().default(''),
  aliases: z
    .string()
    .default('')
    .transform((cell) =>
      cell
        .split('|')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
    ),
});
export type ReplayArea = z.output<typeof Row>;

const MARK = '(replay)';

/** Columns: name; kind, parent (a name further up) and aliases (parted by `|`) may be absent. Throws `request.invalid` with the row. */
export async function readReplayAreas(file: string): Promise<ReplayArea[]> {
  const rows: unknown[] = parse(await readFile(file), { columns: true, bom: true, skip_empty_lines: true });
  return rows.map((row, index) => {
    const read = Row.safeParse(row);
    if (!read.success) throw problem('request.invalid', { field: 'areas', row: index + 2 }, { cause: read.error });
    return read.data;
  });
}

/** As the owner. A second run changes nothing; returns how many areas are new or different. */
export async function addReplayAreas(ctx: Ctx, areas: readonly ReplayArea[]): Promise<number> {
  const root = await findRootArea(ctx);
  const rootId = root === undefined || root.id.startsWith(ID) ? null : root.id;
  let changed = 0;
  for (const { name, kind, parent, aliases } of areas) {
    const isTop = parent === '';
    const area = {
      id: idOf(name),
      parentId: isTop ? rootId : idOf(parent),
      kind,
      name: isTop ? `${name} ${MARK}` : name,
      aliases: isTop ? [name, ...aliases] : aliases,
      origin: 'replay' as const,
    };
    if (await addArea(ctx, area)) changed += 1;
  }
  return changed;
}

const ID = 'ar_replay-';
const idOf = (name: string): string =>
  `${ID}${fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)}`;
