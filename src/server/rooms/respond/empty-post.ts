// A post was closed: nothing stays before it. What a rule had put there goes to the next one that answers for it; what a person had
// put there, or knew where it would go, waits for a person.
import { z } from 'zod';
import { newId } from '../../../shared/kit/ids.ts';
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { findPost } from '../know/index.ts';
import { expireHandOver } from './hear-hand-over.ts';
import { leaveUnrouted, routeConcern, withdrawBrief } from './route-concern.ts';
import { type Brief, isActive, listBriefsOf, listOpenOfPost, lockBrief } from './store-brief.ts';
import { lockConcern } from './store-concern.ts';
import type { RespondTools } from './telling.ts';

const BATCH = 50;
/** What was under way to the post when it was closed (a hand-over accepted, a routing begun) has arrived by then. */
const LOOK_AGAIN_MS = 60_000;

type Emptying = { postId: string; again?: boolean | undefined };

/** Hears `post.closed`, and looks once more a minute later. A post that was opened meanwhile keeps what it has. */
export async function emptyPost(ctx: Ctx, { postId, again = false }: Emptying, tools: RespondTools): Promise<void> {
  const post = await findPost(ctx, postId);
  if (!post || post.active) return;
  const standing = await listOpenOfPost(ctx, postId, BATCH);
  for (const { id, concernId } of standing) await takeAway(ctx, { id, concernId, postId }, tools);
  const more = standing.length === BATCH;
  if (again && !more) return;
  const runAt = more ? ctx.now : new Date(ctx.now.getTime() + LOOK_AGAIN_MS);
  const payload = { postId, again: again || !more };
  await askTask(ctx.tx, { id: newId('task'), hearing: 'empty-post', payload, runAt });
}

/** The concern first, then its brief: as every deed that routes. */
async function takeAway(
  ctx: Ctx,
  at: { id: string; concernId: string; postId: string },
  tools: RespondTools,
): Promise<void> {
  const concern = await lockConcern(ctx, at.concernId);
  const brief = await lockBrief(ctx, at.id);
  if (!concern || !brief || !isActive(brief)) return;
  if (brief.postId !== at.postId) return expireHandOver(ctx, brief, tools);
  await withdrawBrief(ctx, brief);
  if (brief.kind === 'escalation' || concern.state !== 'open') return;
  const left = (await listBriefsOf(ctx, concern.id)).filter((other) => isActive(other) && other.kind !== 'escalation');
  if (left.length > 0) return;
  if (concern.releasedBy === 'rule' && isByRule(brief))
    return routeConcern(ctx, { concernId: concern.id, by: 'rule' }, tools);
  await leaveUnrouted(ctx, concern);
}

const Why = z.looseObject({ rule: z.string() });

/** Put there by what the post answers for, without a person's choice, words or hand-over. */
function isByRule(brief: Brief): boolean {
  const why = Why.safeParse(brief.why);
  return brief.narrative === null && why.success && /^(type|class)-/.test(why.data.rule);
}
