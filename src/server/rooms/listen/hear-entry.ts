// What a person entered for somebody is heard like a text of hers, with the person's marking before our own reading. No receipt: she was
// there, and a text is left on no phone.
import type { EntrySource } from '../../../shared/domain/via.ts';
import { isEntry } from '../../../shared/domain/via.ts';
import { findLastFact } from '../../db/journal.ts';
import type { Ctx } from '../../db/tx.ts';
import { updateWishes } from '../protect/index.ts';
import type { TellerWord } from './commands.ts';
import { type EntryText, readEntry } from './entry-text.ts';
import { obey } from './hear-wish.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { fileMarkedReport } from './mark-message.ts';
import { addToReport } from './record-telling.ts';
import { forgetCodeOf } from './store-codes.ts';
import { isTyped } from './store-entries.ts';
import { endQuestion, listOpenQuestions } from './store-questions.ts';
import { findReport } from './store-reports.ts';
import { forgetTexts } from './store-retention.ts';
import { understandText } from './understand-text.ts';

export async function hearEntry(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const { via } = heard;
  if (!isEntry(via)) return undefined;
  if (await findLastFact(ctx, 'deed.undone', heard.messageId)) return forgetEntry(ctx, heard.messageId);
  const entry = readEntry(heard.text);
  await keepWishes(ctx, heard, { entry, tools });
  await keepAnswers(ctx, heard, entry);
  return (await hearWords(ctx, { ...heard, via }, { entry, tools })) ?? { kind: 'reply', ...subjectOf(entry) };
}

/** Typed in error: as if it had never come, but for the row that says so. A code that was given opens nothing. */
async function forgetEntry(ctx: Ctx, messageId: string): Promise<Outcome> {
  await forgetCodeOf(ctx, messageId);
  await forgetTexts(ctx, [messageId]);
  return { kind: 'noise' };
}

const subjectOf = ({ reportId }: EntryText) => (reportId === undefined ? {} : { subjectId: reportId });

type Entering = { entry: EntryText; tools: ListenTools };

async function hearWords(
  ctx: Ctx,
  heard: Heard & { via: EntrySource },
  { entry, tools }: Entering,
): Promise<Outcome | undefined> {
  const { told, reportId, apart } = entry;
  if (!told) return undefined;
  const understanding = understandText(told.words, { ...(await tools.world()), usualLanguage: told.language });
  const standing = reportId === undefined || apart ? undefined : await findReport(ctx, reportId);
  if (standing && !standing.withdrawnAt)
    return addToReport(ctx, heard, { report: standing, understanding, keys: tools.keys, by: entry.by });
  const { words, happenedAt, ...marked } = told;
  const marking = {
    ...marked,
    messageId: heard.messageId,
    by: entry.by,
    outcome: 'report',
    translation: words,
  } as const;
  const toldAt = happenedAt === undefined ? heard.receivedAt : new Date(happenedAt);
  const message = { ...heard, id: heard.messageId, receivedAt: toldAt };
  return { kind: 'report', subjectId: await fileMarkedReport(ctx, { message, marking }, tools) };
}

/** "Clear?" and "solved?" as she said them: the question that was open is answered, and asked no more. */
async function keepAnswers(ctx: Ctx, heard: Heard, { reportId, clear, explained, solved }: EntryText): Promise<void> {
  if (reportId === undefined) return;
  const open = await listOpenQuestions(ctx, heard.contactId);
  for (const [kind, answer] of [['clear', clear] as const, ['solved', solved] as const]) {
    if (answer === undefined) continue;
    const question = open.find((one) => one.kind === kind && one.subjectId === reportId);
    if (question) await endQuestion(ctx, question.id, { state: 'answered', answer });
    const about = { questionId: question?.id ?? heard.messageId, kind, subjectId: reportId, answer };
    const said = kind === 'clear' && explained ? { ...about, explained } : about;
    await ctx.emit('question.answered', { subjectId: reportId, origin: heard.origin }, said);
  }
}

/** What she wished is obeyed as if she had written it, and her phone is told. */
async function keepWishes(ctx: Ctx, heard: Heard, { entry, tools }: Entering): Promise<void> {
  if (!entry.wishes) return;
  const { language, ...wishes } = (await isTyped(ctx, heard.messageId)) ? ofTyped(heard, entry.wishes) : entry.wishes;
  if (language) await updateWishes(ctx, heard.contactId, { language });
  for (const word of wordsOf(wishes)) await obey(ctx, heard, { word, tools });
}

type Wished = NonNullable<EntryText['wishes']>;

/** A number that was typed is nobody's word: nothing of hers is changed by it, and a post is on duty at every hour. */
const ofTyped = ({ wishes }: Heard, { hours }: Wished): Wished =>
  wishes.kind === 'person' && wishes.safeFrom === null && hours ? { hours } : {};

const wordsOf = ({ hours, quiet, stop }: Wished): TellerWord[] => [
  ...(hours === undefined ? [] : [hours ? ({ kind: 'hours', ...hours } as const) : ({ kind: 'any-hour' } as const)]),
  ...(quiet === undefined ? [] : [{ kind: quiet ? 'quiet' : 'quiet-off' } as const]),
  ...(stop ? [{ kind: 'opt-out' } as const] : []),
];
