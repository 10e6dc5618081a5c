// The four words of a post: seen, going, done, cannot. The same deed from the console and, confirmed, from a keypad phone.
import { type BriefState, type CannotReason, cannotReasons, mayMoveBrief } from '../../../shared/domain/concern.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { type Brief, updateBrief } from './store-brief.ts';
import { aboutBrief } from './tell.ts';

export type BriefVerb = 'seen' | 'going' | 'done' | 'cannot';
export type BriefWord = { verb: BriefVerb; reason?: string | undefined };
type Movable = Pick<Brief, 'id' | 'postId' | 'scopeId' | 'state' | 'seenAt' | 'origin'>;

/** Changes the post's own row and says so; what follows for the concern is heard later. Returns the deed. */
export async function moveBrief(ctx: Ctx, brief: Movable, word: BriefWord): Promise<string> {
  if (!mayMoveBrief(brief.state, word.verb)) throw problem('brief.state', { briefId: brief.id, state: brief.state });
  await updateBrief(ctx, brief.id, { state: word.verb, ...marksOf(ctx, brief, word) });
  const fact = { briefId: brief.id, from: brief.state };
  const about = aboutBrief(brief);
  if (word.verb === 'cannot') return ctx.emit('brief.cannot', about, { ...fact, reason: toReason(word.reason) });
  return ctx.emit(`brief.${word.verb}`, about, fact);
}

function marksOf(ctx: Ctx, brief: Movable, word: BriefWord) {
  const seenAt = brief.seenAt ?? ctx.now;
  if (word.verb === 'done') return { seenAt, decidedAt: ctx.now };
  if (word.verb === 'cannot') return { seenAt, decidedAt: ctx.now, cannotReason: toReason(word.reason) };
  return { seenAt };
}

/** By SMS a post may leave the reason out: a person asks then. */
export const toReason = (said: string | undefined): CannotReason =>
  cannotReasons.find((known) => known === said) ?? 'needs-other';

/** Undo: the row as it was before this word. A decision taken back leaves no mark of itself. */
export async function unmoveBrief(ctx: Ctx, briefId: string, from: BriefState): Promise<void> {
  const wasOpen = from === 'new' || from === 'seen' || from === 'going';
  await updateBrief(ctx, briefId, {
    state: from,
    ...(from === 'new' ? { seenAt: null } : {}),
    ...(wasOpen ? { decidedAt: null, cannotReason: null } : {}),
  });
}
