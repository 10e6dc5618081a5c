// Taking back what a post did with a brief, or said of itself, what was changed of its responsibilities, and what was entered for somebody. Each answers false when the row is no longer as the deed left it.
import { type BriefState, briefStates } from '../../../shared/domain/concern.ts';
import { takeBackCouncilStatus, takeBackEnded, takeBackGiven, takeBackSwitch, unsayCapacity } from '../know/index.ts';
import { unmoveBrief } from './move-brief.ts';
import { updateBrief } from './store-brief.ts';
import { lockAnyPostBrief } from './store-post-list.ts';
import type { Undo } from './undo-concern.ts';

const toState = (said: string | null): BriefState => briefStates.find((known) => known === said) ?? 'new';

const undoWord =
  (verb: BriefState): Undo =>
  async (ctx, done) => {
    const brief = await lockAnyPostBrief(ctx, done.subjectId);
    if (brief?.state !== verb) return false;
    await unmoveBrief(ctx, brief.id, toState(done.text('from')));
    return true;
  };

const undoOffer: Undo = async (ctx, done) => {
  const brief = await lockAnyPostBrief(ctx, done.subjectId);
  if (!brief?.handOverDueAt || brief.state === 'handed-over' || brief.handOverTo !== done.text('toPostId'))
    return false;
  await updateBrief(ctx, brief.id, { handOverTo: null, handOverDueAt: null });
  return true;
};

const undoAccepted: Undo = async (ctx, done) => {
  const brief = await lockAnyPostBrief(ctx, done.subjectId);
  if (brief?.state !== 'handed-over') return false;
  await updateBrief(ctx, brief.id, { state: toState(done.text('from')) });
  return true;
};

const undoRefused: Undo = async (ctx, done) => {
  const brief = await lockAnyPostBrief(ctx, done.subjectId);
  const dueAt = done.text('from');
  if (!brief?.handOverTo || brief.handOverDueAt || !dueAt) return false;
  await updateBrief(ctx, brief.id, { handOverDueAt: new Date(dueAt) });
  return true;
};

const undoCapacity: Undo = async (ctx, done) => {
  const capacityId = done.text('capacityId');
  return capacityId !== null && unsayCapacity(ctx, done.subjectId, capacityId);
};

const undoGiven: Undo = async (ctx, done) => takeBackGiven(ctx, done.text('responsibilityId') ?? '');
const undoEnded: Undo = async (ctx, done) => takeBackEnded(ctx, done.text('responsibilityId') ?? '');

export const briefUndoes: Readonly<Record<string, Undo>> = {
  'brief.seen': undoWord('seen'),
  'brief.going': undoWord('going'),
  'brief.done': undoWord('done'),
  'brief.cannot': undoWord('cannot'),
  'hand-over.offered': undoOffer,
  'hand-over.accepted': undoAccepted,
  'hand-over.refused': undoRefused,
  'capacity.said': undoCapacity,
  'responsibility.given': undoGiven,
  'responsibility.ended': undoEnded,
  // `listen` waits until it can no longer be taken back, and finds that it was.
  'telling.entered': async () => true,
  'council.status-set': (ctx, done) => takeBackCouncilStatus(ctx, done.text('statusId') ?? ''),
  'types.switched': (ctx, done) => takeBackSwitch(ctx, done.text('switchId') ?? ''),
};
