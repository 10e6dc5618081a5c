// SQL of the journal as the auditor reads it: newest first, by keyset. No content stands in it to be hidden.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';

/** Said as the index says it, so that it is used. */
const isPerson = sql<boolean>`actor like 'us\\_%'`;

const Keyset = z.tuple([z.string().regex(/^\d{1,19}$/)]);

export type JournalQuery = {
  subject?: string | undefined;
  actor?: string | undefined;
  kind?: 'event' | 'read' | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function pageJournal(ctx: Ctx, query: JournalQuery) {
  const before = query.cursor === undefined ? undefined : readCursor(query.cursor, Keyset)[0];
  const { kind, actor } = query;
  const subjects = query.subject === undefined ? undefined : await readSubjects(ctx, query.subject);
  const rows = await ctx.tx
    .selectFrom('journal')
    .leftJoin('protectUser', 'protectUser.id', 'journal.actor')
    .leftJoin('protectUser as person', 'person.id', 'journal.subjectId')
    .select([
      'seq',
      'journal.id',
      'at',
      'kind',
      'event',
      'role',
      'subjectId',
      'payload',
      'actor',
      'protectUser.name as actorName',
      'person.name as personName',
    ])
    .$if(before !== undefined, (page) => page.where('seq', '<', before ?? ''))
    .$if(subjects !== undefined, (page) => page.where('subjectId', 'in', subjects ?? []))
    .$if(actor !== undefined, (page) => page.where('actor', '=', actor ?? '').where(isPerson))
    .$if(kind !== undefined, (page) => page.where('kind', '=', kind ?? 'event'))
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { rows: shown, next: last && rows.length > query.limit ? writeCursor([last.seq]) : null };
}

/** What was asked for, as an id or as a reference that people say. */
async function readSubjects(ctx: Ctx, asked: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select ctx.subjects_of(${asked.toUpperCase()}) as id`.execute(ctx.tx);
  return [asked, ...rows.map(({ id }) => id)];
}

/** The references by which people know these subjects, as far as they are concerns or their briefs. */
export async function readRefs(ctx: Ctx, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string;
    ref: string;
  }>`select id, ref from ctx.refs_of(${[...subjects]}::text[])`.execute(ctx.tx);
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}
