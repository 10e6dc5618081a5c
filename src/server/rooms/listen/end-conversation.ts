// Half an hour after its last step a conversation is over: what was told is filed, and what was remembered is gone.

import type { Hearings } from '../../db/journal.ts';
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import type { ServeKeys } from '../protect/index.ts';
import { openMemory } from './menu-memory.ts';
import { deleteConversation, lockConversation } from './store-conversations.ts';
import { fileFallen, RESUME_MINUTES } from './take-step.ts';

/** Hears the task 'end-conversation'. A step taken meanwhile puts it off. */
export async function endConversation(
  ctx: Ctx,
  contactId: string,
  tools: { keys: ServeKeys; hearings: Hearings },
): Promise<void> {
  const row = await lockConversation(ctx.tx, contactId);
  if (!row) return;
  const endsAt = new Date(row.touchedAt.getTime() + RESUME_MINUTES * 60_000);
  if (endsAt > ctx.now) {
    const id = ctx.id('task');
    return askTask(ctx.tx, { id, hearing: 'end-conversation', payload: { contactId }, runAt: endsAt });
  }
  const tx = { hearings: tools.hearings, clock: { offsetMs: 0 }, origin: row.origin };
  await fileFallen(
    { tx: ctx.tx, tools: { keys: tools.keys, tx } },
    row,
    openMemory(tools.keys, contactId, row.stateCt),
  );
  await deleteConversation(ctx, contactId);
}
