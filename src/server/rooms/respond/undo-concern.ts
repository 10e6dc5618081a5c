// Taking back what was done with a concern. Each answers false when the row is no longer as the deed left it.
import { type ConcernState, concernStates } from '../../../shared/domain/concern.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { unkeepApart } from './merge-concern.ts';
import { undoConsent } from './record-consent.ts';
import { unmoveReferral } from './refer-concern.ts';
import { unreleaseConcern } from './release-concern.ts';
import { type Concern, lockConcern, updateConcern } from './store-concern.ts';
import { findLadder, reopenLadder } from './store-ladder.ts';
import { unplace } from './store-queue.ts';
import { lockReferral, updateReferral } from './store-referral.ts';

/** The deed as the journal has it. */
export type Done = { id: string; subjectId: string; text(key: string): string | null; severity: number | null };
export type Undo = (ctx: WebCtx, done: Done) => Promise<boolean>;

export const concernUndoes: Readonly<Record<string, Undo>> = {
  'concern.released': undoRelease,
  'concern.typed': undoType,
  'concern.placed': (ctx, done) => unplace(ctx, done.id),
  'concern.merged': undoMerge,
  // Nothing of it has happened yet: what it set off was called back.
  'concern.split': async () => true,
  'concern.escalated': async () => true,
  'concern.answered': undoAnswer,
  'concern.referred': undoReferral,
  'referral.moved': undoMove,
  'consent.recorded': (ctx, done) => undoConsent(ctx, done.subjectId, done.text('consentId') ?? ''),
  'duplicate.refused': undoApart,
  'danger.answered': undoDanger,
};

/** Out of her sight, it stays where it is. */
async function change(
  ctx: WebCtx,
  done: Done,
  undo: { asLeft(concern: Concern): boolean; back: Parameters<typeof updateConcern>[2] },
): Promise<boolean> {
  const concern = await lockConcern(ctx, done.subjectId);
  if (!concern || !undo.asLeft(concern)) return false;
  await updateConcern(ctx, concern.id, undo.back);
  return true;
}

async function undoRelease(ctx: WebCtx, done: Done): Promise<boolean> {
  const concern = await lockConcern(ctx, done.subjectId);
  if (concern?.state !== 'open') return false;
  await unreleaseConcern(ctx, concern, done.text('from') ?? '');
  return true;
}

function undoType(ctx: WebCtx, done: Done): Promise<boolean> {
  return change(ctx, done, {
    asLeft: (concern) => concern.typeCode === done.text('to'),
    back: { typeCode: done.text('from'), ...(done.severity === null ? {} : { severity: done.severity }) },
  });
}

function undoMerge(ctx: WebCtx, done: Done): Promise<boolean> {
  return change(ctx, done, {
    asLeft: (concern) => concern.state === 'merged' && concern.mergedInto === done.text('into'),
    back: { state: toState(done.text('from')), mergedInto: null },
  });
}

function undoAnswer(ctx: WebCtx, done: Done): Promise<boolean> {
  const [before, answer] = (done.text('from') ?? '').split(' ');
  const from = toState(before);
  const left = done.text('answer') === 'going' ? from : 'answered';
  return change(ctx, done, {
    asLeft: (concern) => concern.state === left && concern.answerCode === done.text('answer'),
    back: { state: from, answerCode: answer ?? null, ...(from === 'answered' ? {} : { answeredAt: null }) },
  });
}

async function undoReferral(ctx: WebCtx, done: Done): Promise<boolean> {
  const referral = await lockReferral(ctx, done.text('referralId') ?? '');
  if (!referral || referral.acceptedAt !== null || referral.declinedAt !== null || referral.doneAt !== null)
    return false;
  await updateReferral(ctx, referral.id, { withdrawnAt: ctx.now });
  if (done.text('from') === 'offered') return referral.sentAt === null;
  return unrefer(ctx, done, done.text('from'));
}

async function undoMove(ctx: WebCtx, done: Done): Promise<boolean> {
  const [step, before] = (done.text('from') ?? '').split(' ');
  const taken = await unmoveReferral(ctx, done.text('referralId') ?? '', step ?? '');
  return taken === 'sent' ? unrefer(ctx, done, before) : taken !== undefined;
}

const unrefer = (ctx: WebCtx, done: Done, before: string | null | undefined): Promise<boolean> =>
  change(ctx, done, { asLeft: (concern) => concern.state === 'referred', back: { state: toState(before) } });

function undoApart(ctx: WebCtx, done: Done): Promise<boolean> {
  return unkeepApart(ctx, done.subjectId, {
    otherId: done.text('otherId') ?? '',
    from: done.text('from') ?? 'offered',
  });
}

async function undoDanger(ctx: WebCtx, done: Done): Promise<boolean> {
  const ladder = await findLadder(ctx, done.subjectId);
  if (ladder?.answeredBy !== ctx.person.userId) return false;
  await reopenLadder(ctx, done.subjectId);
  return true;
}

const toState = (said: string | null | undefined): ConcernState =>
  concernStates.find((known) => known === said) ?? 'triage';
