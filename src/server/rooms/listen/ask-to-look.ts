// A flood before the coordinators: one task for all of it, soon. A gateway has no district, so it is everybody's.
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Ctx } from '../../db/tx.ts';
import { openTodo } from '../know/index.ts';

const LOOK_MINUTES = 15;

export async function askToLook(ctx: Ctx, floodId: string, origin: Origin = 'live'): Promise<void> {
  const dueAt = new Date(ctx.now.getTime() + LOOK_MINUTES * 60_000);
  await openTodo(ctx, { kind: 'flood', role: 'coordinator', subjectId: floodId, dueAt, origin });
}
