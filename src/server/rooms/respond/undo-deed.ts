// Ten seconds in which a deed can be taken back: what it set off is called back first, then its row is as it was.
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { callBack, findOwnDeed, isUndone, type OwnDeed } from './store-timeline.ts';
import { briefUndoes } from './undo-brief.ts';
import { concernUndoes } from './undo-concern.ts';

/** Only while the row is as the deed left it, and once. */
export async function undoDeed(ctx: WebCtx, deedId: string): Promise<{ undone: true }> {
  const deed = await findOwnDeed(ctx, deedId);
  const undo = deed && undoes[deed.event];
  if (!deed || !undo) throw problem('deed.not-found', { deedId });
  if ((await isUndone(ctx, deed)) || !(await callBack(ctx, deedId)) || !(await undo(ctx, toRead(deed))))
    throw problem('deed.too-late', { deedId });
  const { subjectId, lane, scopeId, postId, origin } = deed;
  const about = { subjectId, scopeId, origin, ...(lane ? { lane } : {}), ...(postId ? { postId } : {}) };
  await ctx.emit('deed.undone', about, { deedId });
  return { undone: true };
}

// A move to a stricter lane is not among them: taking it back would be lowering a lane, and that is not its actor's to do.
const undoes: Readonly<Record<string, (typeof concernUndoes)[string]>> = { ...concernUndoes, ...briefUndoes };

function toRead(deed: OwnDeed) {
  const text = (key: string): string | null => {
    const value = deed.payload[key];
    return typeof value === 'string' ? value : null;
  };
  const severity = deed.payload['severity'];
  return { id: deed.id, subjectId: deed.subjectId, text, severity: typeof severity === 'number' ? severity : null };
}
