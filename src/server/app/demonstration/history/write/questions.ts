// What the work of the running system still has to do for a matter of the past, and a text to a teller that was asked for.
import type { EventInput } from '../../../../../shared/domain/journal.ts';
import { say, send } from './batch.ts';
import type { Life, Told } from './life.ts';

type Later = { id: string; hearing: string; payload: Record<string, string | number>; at: number };

/** Due after init: the runner takes it up like any other. */
export function askTaskAt({ batch }: Life, { id, hearing, payload, at }: Later): void {
  batch.tasks.push({ id, journalId: null, hearing, payload, runAt: new Date(at) });
}

type Wanted = { template: string; at: number; question?: EventInput<'message.wanted'>['question'] };

export function wantAndSend({ batch }: Life, { telling, row }: Told, { template, at, question }: Wanted): void {
  const { contactId } = row;
  const subjectId = row.reportId;
  const payload = { contactId, template, subjectId, params: {}, urgency: 3, ...(question ? { question } : {}) };
  say(batch, 'message.wanted', { at, about: { subjectId }, payload });
  send(batch, { contactId, language: telling.person.language, template, subjectId, at });
}
