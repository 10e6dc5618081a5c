// Her phone is told of what was done in her name and can be undone (ADR 0019). Anybody may have named a number on a page: that phone is
// told once for each telling, within a few a day, and never past its owner's PARAR (ADR 0068).
import type { Via } from '../../../shared/domain/via.ts';
import type { Ctx } from '../../db/tx.ts';
import { hasRoute } from '../protect/index.ts';
import type { Heard, ListenTools } from './heard.ts';
import { queueMessage } from './outbox.ts';
import { wasSaid } from './store-outbox.ts';
import { thank } from './thank.ts';

/** A telling, or a text that is none yet, and how it came. */
type Undoable = { subjectId: string; via: Via; tools: ListenTools };

export async function tellTakenBack(ctx: Ctx, { contactId }: Heard, about: Undoable): Promise<void> {
  const { subjectId, via, tools } = about;
  const said = { contactId, template: 'withdrawn' };
  if (!(await hasRoute(ctx, contactId))) return;
  if (via !== 'page') await queueMessage(ctx, tools, { ...said, evenIfStopped: true, mustReach: true });
  else if (!(await wasSaid(ctx, { ...said, subjectId })))
    await queueMessage(ctx, tools, { ...said, subjectId, byPage: true });
}

/** APAGAR, which this text offers, reaches nothing that a page has told: her NAO hears a receipt, and nobody else's word anything. */
export async function tellKept(ctx: Ctx, heard: Heard, { via, tools }: Omit<Undoable, 'subjectId'>): Promise<void> {
  const { contactId } = heard;
  if (via === 'page') await thank(ctx, heard, { template: 'receipt', tools });
  else if (await hasRoute(ctx, contactId))
    await queueMessage(ctx, tools, { contactId, template: 'withdrawn.kept', evenIfStopped: true, mustReach: true });
}
