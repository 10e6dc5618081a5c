// A post's word by SMS, after its one-time digits came back: the same deed as on the console, by the post.

import { mayMoveBrief } from '../../../shared/domain/concern.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import type { Ctx } from '../../db/tx.ts';
import { findPost, findPostContact } from '../know/index.ts';
import { type BriefVerb, moveBrief } from './move-brief.ts';
import { type Brief, listBriefsByRef } from './store-brief.ts';
import { tellPost } from './tell.ts';

export type Command = { postId: string; verb: BriefVerb; ref: string; reason?: string | undefined };

/**
 * Hears `command.confirmed`. An unknown reference and one of another post are answered alike; a post that was closed while its digits
 * were under way is not answered at all.
 */
export async function obeyCommand(ctx: Ctx, command: Command): Promise<void> {
  if (!(await findPost(ctx, command.postId))?.active) return;
  const brief = await findCommanded(ctx, command);
  if (brief && mayMoveBrief(brief.state, command.verb)) {
    await moveBrief(ctx, brief, command);
    return sayDone(ctx, brief, command);
  }
  const refusal = {
    template: 'post.command-refused',
    ref: command.ref,
    severity: 4,
    subjectId: command.postId,
  } as const;
  await tellPost(ctx, command.postId, { ...refusal, origin: brief?.origin ?? 'live' });
}

/** Its own, or one of a post directly below it. */
async function findCommanded(ctx: Ctx, { postId, ref }: Command): Promise<Brief | undefined> {
  const briefs = await listBriefsByRef(ctx, ref);
  const own = briefs.find((brief) => brief.postId === postId);
  if (own) return own;
  for (const brief of briefs) {
    const post = await findPost(ctx, brief.postId);
    if (post?.active && post.superiorId === postId) return brief;
  }
  return undefined;
}

/** To the phone that commanded, in its language: listen knows both. */
async function sayDone(ctx: Ctx, brief: Brief, { postId, verb, ref }: Command): Promise<void> {
  const contactId = await findPostContact(ctx, postId);
  if (!contactId || isHistory(brief.origin)) return;
  await ctx.emit('command.obeyed', { subjectId: postId, origin: brief.origin }, { contactId, verb, ref });
}
