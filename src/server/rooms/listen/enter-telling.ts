// A person of the programme enters for somebody: the teller's consent first, no name, and the way in is kept. Who entered it is in the
// journal and beside the row, never beside the teller.

import type { z } from 'zod';
import type { EnterTelling, ReadCode } from '../../../shared/contract/entries.ts';
import type { Deed } from '../../../shared/contract/shapes.ts';
import type { Followed } from '../../../shared/domain/follow.ts';
import { firstLanguage } from '../../../shared/domain/language.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { findLastFact } from '../../db/journal.ts';
import { toDeed, type WebCtx } from '../../kit/handle.ts';
import { findArea } from '../know/index.ts';
import { dedupeKey, type ServeKeys, tellerCodeHash, tellerCodeOf } from '../protect/index.ts';
import { acceptEntry, type NewEntry } from './accept-entry.ts';
import type { EntryText } from './entry-text.ts';
import { happenedAt } from './happened-at.ts';
import type { IntakeTools } from './inbox.ts';
import { openCode } from './store-codes.ts';

type Entered = z.output<typeof EnterTelling>;
type Read = z.input<typeof ReadCode>;

export type EntryTools = {
  intake: IntakeTools;
  timeZone: string;
  /** Counts every try, whatever becomes of the transaction at hand. */
  follow(asked: { code: string; asker: Buffer }): Promise<Followed>;
};

/** What the code she says tells: less than the page for anybody, to be read to her. */
export async function readCode(ctx: WebCtx, code: string, tools: EntryTools): Promise<Read> {
  const followed = await tools.follow({ code, asker: askerOf(tools.intake.keys, ctx) });
  await ctx.emit('code.heard', { subjectId: ctx.actor.id }, { outcome: followed.outcome });
  if (followed.outcome !== 'found') return { outcome: followed.outcome, told: null };
  const { state, answer, told, answered } = followed;
  return { outcome: 'found', told: { state, answer, told, answered } };
}

type Given = { code: string | null; deed: Deed | null };

/** Her code when she wanted one, the same for the same form; and for ten seconds a way to take the entry back. */
export async function enterTelling(ctx: WebCtx, entered: Entered, tools: EntryTools): Promise<Given> {
  const { intake } = tools;
  const known = await findKnown(ctx, entered, tools);
  const { again, ...form } = entered;
  const { wayBack, consent, source, key } = form;
  // A listener sees no number (decisions.md 21).
  if (wayBack.kind === 'phone' && ctx.person.role === 'listener') throw problem('access.denied');
  const code = wayBack.kind === 'code' ? tellerCodeOf(intake.keys, `${ctx.actor.id}|${key}`) : null;
  const entry: NewEntry = {
    key,
    form: JSON.stringify(form),
    source,
    by: ctx.actor.id,
    teller: wayBack.kind === 'phone' ? { number: wayBack.number } : known?.teller,
    wayBack: wayBack.kind,
    mayAnswer: consent.answer,
    mayRefer: consent.refer,
    language: entered.told?.language ?? firstLanguage,
    codeHash: code === null ? null : tellerCodeHash(intake.keys, code),
    text: await toEntered(ctx, entered, { reportId: known?.reportId, tools }),
    again,
    undoable: true,
  };
  const { messageId, isNew } = await acceptEntry(intake, entry);
  // Sent again because the answer was lost: the same code, and nothing to take back, for it may have been heard.
  if (!isNew && (await findLastFact(ctx, 'telling.entered', messageId))) return { code, deed: null };
  const deedId = await ctx.emit(
    'telling.entered',
    { subjectId: messageId },
    { messageId, source, wayBack: wayBack.kind },
  );
  return { code, deed: isNew ? toDeed(ctx, deedId) : null };
}

/** Whose code she has said; her answers count only once there is something to answer to. */
async function findKnown(ctx: WebCtx, { wayBack, answers }: Entered, { intake, follow }: EntryTools) {
  if (wayBack.kind !== 'known') return undefined;
  const { keys, db, now } = intake;
  const followed = await follow({ code: wayBack.code, asker: askerOf(keys, ctx) });
  if (followed.outcome === 'slow-down') throw problem('session.slow-down');
  const codeHash = tellerCodeHash(keys, wayBack.code);
  const opened =
    followed.outcome === 'found'
      ? await db.transaction().execute((tx) => openCode({ tx, now: now() }, codeHash))
      : undefined;
  if (followed.outcome !== 'found' || !opened) throw problem('entry.code');
  if (answers && followed.answered === null) throw problem('entry.not-answered');
  // A code that a desk gave opens what that hand entered: more of it makes no second source.
  const { contactId, sourceKey, reportId } = opened;
  return { reportId: reportId ?? undefined, teller: { contactId, sourceKey } };
}

const askerOf = (keys: ServeKeys, { actor }: WebCtx): Buffer => dedupeKey(keys, 'desk', `asker|${actor.id}`);

/** What was said, as it is sealed: its place is known, its day is not to come. */
export async function toEntered(
  ctx: WebCtx,
  { told, answers, wishes }: Pick<Entered, 'told' | 'answers' | 'wishes'>,
  { reportId, tools }: { reportId: string | undefined; tools: Pick<EntryTools, 'timeZone'> },
): Promise<EntryText> {
  if (told?.areaId !== undefined && !(await findArea(ctx, told.areaId))) throw problem('area.not-found');
  return {
    by: ctx.actor.id,
    ...(told ? { told: toTold(ctx, told, tools.timeZone) } : {}),
    ...(reportId === undefined ? {} : { reportId }),
    ...answers,
    ...(wishes ? { wishes } : {}),
  };
}

function toTold(ctx: WebCtx, { happened, ...told }: NonNullable<Entered['told']>, timeZone: string) {
  if (!happened) return told;
  const at = happenedAt(happened, timeZone);
  // Later in the day than now is still today; nobody tells of tomorrow.
  if (at.getTime() > ctx.now.getTime() + DAY_MS) throw problem('request.invalid', { field: 'happened' });
  return { ...told, happenedAt: new Date(Math.min(at.getTime(), ctx.now.getTime())).toISOString() };
}

const DAY_MS = 86_400_000;
