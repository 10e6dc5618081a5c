// Ten seconds in which a deed can be taken back: what it set off is called back first, then its row is as it was.
import { type BriefState, briefStates, type ConcernState, concernStates } from '../../../shared/domain/concern.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { unanswerConcern } from './answer-concern.ts';
import { unkeepApart } from './merge-concern.ts';
import { unmoveBrief } from './move-brief.ts';
import { unacceptReferral, unreferConcern } from './refer-concern.ts';
import { unreleaseConcern } from './release-concern.ts';
import { untypeConcern } from './sort-concern.ts';
import { updateBrief } from './store-brief.ts';
import { findConcern, updateConcern } from './store-concern.ts';
import { reopenLadder } from './store-ladder.ts';
import { moveArea } from './store-queue.ts';
import { callBack, findOwnDeed, type OwnDeed } from './store-timeline.ts';

export async function undoDeed(ctx: WebCtx, deedId: string): Promise<{ undone: true }> {
  const deed = await findOwnDeed(ctx, deedId);
  const undo = deed && undoes[deed.event];
  if (!deed || !undo) throw problem('deed.not-found', { deedId });
  if (!(await callBack(ctx, deedId))) throw problem('deed.too-late', { deedId });
  await undo(ctx, deed.subjectId, (key) => textOf(deed, key));
  const { subjectId, lane, scopeId, postId, origin } = deed;
  const about = { subjectId, scopeId, origin, ...(lane ? { lane } : {}), ...(postId ? { postId } : {}) };
  await ctx.emit('deed.undone', about, { deedId });
  return { undone: true };
}

type Read = (key: string) => string | null;
type Undo = (ctx: WebCtx, id: string, read: Read) => Promise<void>;

function textOf(deed: OwnDeed, key: string): string | null {
  const value = deed.payload[key];
  return typeof value === 'string' ? value : null;
}

// A move to a stricter lane is not among them: taking it back would be lowering a lane, and that is not its actor's to do.
const undoes: Readonly<Record<string, Undo>> = {
  'concern.released': (ctx, id, read) => unreleaseConcern(ctx, id, read('from') ?? ''),
  'concern.typed': undoType,
  'concern.placed': undoPlace,
  'concern.merged': (ctx, id, read) =>
    updateConcern(ctx, id, { state: toConcernState(read('from')), mergedInto: null }),
  'concern.answered': undoAnswer,
  'concern.escalated': async () => undefined,
  'concern.referred': undoReferral,
  'duplicate.refused': (ctx, id, read) => unkeepApart(ctx, id, read('otherId') ?? ''),
  'danger.answered': (ctx, id) => reopenLadder(ctx, id),
  'brief.seen': undoWord,
  'brief.going': undoWord,
  'brief.done': undoWord,
  'brief.cannot': undoWord,
  'hand-over.offered': (ctx, id) => updateBrief(ctx, id, { handOverTo: null, handOverDueAt: null }),
  'hand-over.accepted': (ctx, id, read) => updateBrief(ctx, id, { state: toBriefState(read('from')) }),
  'hand-over.refused': (ctx, id, read) => updateBrief(ctx, id, { handOverDueAt: new Date(read('from') ?? '') }),
};

async function undoType(ctx: WebCtx, id: string, read: Read): Promise<void> {
  await mustSee(ctx, id);
  await untypeConcern(ctx, id, read('from'));
}

async function undoPlace(ctx: WebCtx, id: string, read: Read): Promise<void> {
  const from = read('from');
  if (from === null || !(await moveArea(ctx, id, from))) throw problem('deed.too-late', { concernId: id });
}

async function undoAnswer(ctx: WebCtx, id: string, read: Read): Promise<void> {
  const [state, answer] = (read('from') ?? '').split(' ');
  await unanswerConcern(ctx, id, { state: toConcernState(state), answer: answer ?? null });
}

async function undoReferral(ctx: WebCtx, id: string, read: Read): Promise<void> {
  const referralId = read('referralId') ?? '';
  if (read('from') === 'accepted') return unacceptReferral(ctx, referralId);
  await unreferConcern(ctx, id, { referralId, state: toConcernState(read('from')) });
}

async function undoWord(ctx: WebCtx, id: string, read: Read): Promise<void> {
  await unmoveBrief(ctx, id, toBriefState(read('from')));
}

/** Typed into a restricted lane: it has left her sight, and stays where it is. */
async function mustSee(ctx: WebCtx, id: string): Promise<void> {
  if (!(await findConcern(ctx, id))) throw problem('deed.too-late', { concernId: id });
}

function toConcernState(said: string | null | undefined): ConcernState {
  return concernStates.find((known) => known === said) ?? 'triage';
}
function toBriefState(said: string | null): BriefState {
  return briefStates.find((known) => known === said) ?? 'new';
}
