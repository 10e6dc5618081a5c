// She took her consent back: who was told already has to be warned, and that waits for a person (decisions.md 7).
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, openTodo } from '../know/index.ts';
import { findConsent } from './record-consent.ts';
import { findConcern } from './store-concern.ts';
import { listReferrals } from './store-referral.ts';

const DAY = 86_400_000;

export async function hearConsent(ctx: Ctx, { concernId }: { concernId: string }): Promise<void> {
  const concern = await findConcern(ctx, concernId);
  if (!concern || concern.lane === 'ordinary') return;
  const said = await findConsent(ctx, concernId);
  if (said?.answer !== 'withdrawn') {
    await closeTodos(ctx, concernId, 'warn-service');
    return;
  }
  const told = (await listReferrals(ctx, concernId)).some(({ sentAt, declinedAt }) => sentAt && !declinedAt);
  if (!told) return;
  await openTodo(ctx, {
    kind: 'warn-service',
    role: 'protection-officer',
    subjectId: concernId,
    lane: concern.lane,
    scopeId: concern.scopeId,
    dueAt: new Date(ctx.now.getTime() + DAY),
    origin: concern.origin,
  });
}
