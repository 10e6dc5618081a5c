// What a post answers for, changed from a day of the programme on: today means now, a day that is over is refused.
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { localDay, startOfDay } from '../../kit/programme-time.ts';
import { endResponsibility, findPost, getTypeIn, giveResponsibility, type What } from '../know/index.ts';
import { mayGoTo } from './judge-telling.ts';
import type { RespondTools } from './telling.ts';

type Giving = { postId: string; areaId: string; what: What; from: string };

/** Throws `post.not-allowed` for what its service is never told, and for what belongs to a restricted lane. */
export async function giveToPost(ctx: WebCtx, giving: Giving, tools: RespondTools): Promise<string> {
  const { what } = giving;
  const post = await findPost(ctx, giving.postId);
  if (!post) throw problem('post.not-found', { postId: giving.postId });
  if ('typeCode' in what) {
    const type = await getTypeIn(ctx, what.typeCode, giving.areaId);
    if (type.lane !== 'ordinary' || !mayGoTo(type, post.service))
      throw problem('post.not-allowed', { postId: post.id });
  }
  return giveResponsibility(ctx, { ...giving, from: momentOf(ctx, giving.from, tools) });
}

export async function endOfPost(
  ctx: WebCtx,
  ending: { id: string; from: string },
  tools: RespondTools,
): Promise<string> {
  return endResponsibility(ctx, ending.id, momentOf(ctx, ending.from, tools));
}

function momentOf(ctx: WebCtx, day: string, { timeZone }: RespondTools): Date {
  const today = localDay(ctx.now, timeZone);
  if (day < today) throw problem('request.invalid', { field: 'from' });
  return day === today ? ctx.now : startOfDay(day, timeZone);
}
