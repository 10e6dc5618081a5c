// The auditor reads the journal; that reading is itself no content and needs no line of its own.
import { z } from 'zod';
import type { Ctx } from '../../db/tx.ts';
import { type JournalQuery, pageJournal, readRefs } from './store-journal.ts';

const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export async function readJournal(ctx: Ctx, query: JournalQuery) {
  const { rows, next } = await pageJournal(ctx, query);
  const refs = await readRefs(ctx, [...new Set(rows.map(({ subjectId }) => subjectId))]);
  return { entries: rows.map((row) => toEntry(row, refs)), next };
}

type Row = Awaited<ReturnType<typeof pageJournal>>['rows'][number];

function toEntry(
  { id, at, kind, event, role, subjectId, payload, actor, actorName, personName }: Row,
  refs: ReadonlyMap<string, string>,
) {
  const facts = Object.entries(z.record(z.string(), z.unknown()).parse(payload)).flatMap(([name, value]) => {
    const fact = Fact.safeParse(value);
    return fact.success ? [[name, fact.data] as const] : [];
  });
  const subjectName = personName ?? refs.get(subjectId) ?? null;
  return {
    id,
    at: at.toISOString(),
    kind,
    event,
    role,
    subjectId,
    subjectName,
    actor: actorName === null ? null : actor,
    actorName,
    facts: Object.fromEntries(facts),
  };
}
