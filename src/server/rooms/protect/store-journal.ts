// SQL of the journal as the auditor reads it: newest first, by keyset. No content stands in it to be hidden.
import { z } from 'zod';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';

const Keyset = z.tuple([z.string().regex(/^\d{1,19}$/)]);

export type JournalQuery = {
  subject?: string | undefined;
  kind?: 'event' | 'read' | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function pageJournal(ctx: Ctx, query: JournalQuery) {
  const before = query.cursor === undefined ? undefined : readCursor(query.cursor, Keyset)[0];
  const { subject, kind } = query;
  const rows = await ctx.tx
    .selectFrom('journal')
    .leftJoin('protectUser', 'protectUser.id', 'journal.actor')
    .select([
      'seq',
      'journal.id',
      'at',
      'kind',
      'event',
      'role',
      'subjectId',
      'payload',
      'protectUser.name as actorName',
    ])
    .$if(before !== undefined, (page) => page.where('seq', '<', before ?? ''))
    .$if(subject !== undefined, (page) => page.where('subjectId', '=', subject ?? ''))
    .$if(kind !== undefined, (page) => page.where('kind', '=', kind ?? 'event'))
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > query.limit ? writeCursor([last.seq]) : null };
}
