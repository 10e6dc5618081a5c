// A type that nobody answers for any more does not vanish silently: a person is told, by name where somebody is on duty.
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, openTodo } from './open-todo.ts';
import { findDuty } from './store-council.ts';
import { listOpenSubjects } from './store-todo.ts';
import { listLostDistricts, refreshAsked } from './store-type-asked.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How often the clocks are looked at (src/server/work/ticks.ts). */
const TICK_MS = 15_000;

/** Hears what changes who answers. */
export async function lookAtTypes(ctx: Ctx, timeZone: string): Promise<void> {
  await refreshAsked(ctx, timeZone);
  const lost = await listLostDistricts(ctx);
  await tellLost(
    ctx,
    'type-unanswered',
    lost.filter(({ restricted }) => !restricted),
  );
  await tellLost(
    ctx,
    'service-gone',
    lost.filter(({ restricted }) => restricted),
  );
}

/** A last day ends by the clock, and nobody says so: looked at in the first seconds of every hour. */
export async function lookAtTypesByClock(ctx: Ctx, timeZone: string): Promise<void> {
  if (ctx.now.getTime() % HOUR_MS < TICK_MS) await lookAtTypes(ctx, timeZone);
}

type Kind = 'type-unanswered' | 'service-gone';

async function tellLost(ctx: Ctx, kind: Kind, lost: readonly { areaId: string }[]): Promise<void> {
  const districts = new Set(lost.map(({ areaId }) => areaId));
  for (const settled of await listOpenSubjects(ctx, kind))
    if (!districts.has(settled)) await closeTodos(ctx, settled, kind);
  for (const areaId of districts) await openTodo(ctx, await toTodo(ctx, kind, areaId));
}

async function toTodo(ctx: Ctx, kind: Kind, areaId: string): Promise<Parameters<typeof openTodo>[1]> {
  const todo = { kind, subjectId: areaId, scopeId: areaId, dueAt: new Date(ctx.now.getTime() + DAY_MS) };
  if (kind === 'service-gone') return { ...todo, role: 'protection-officer', lane: 'protection' };
  const duty = await findDuty(ctx, areaId, 'duty-coordinator');
  return { ...todo, role: 'coordinator', takenBy: duty?.userId };
}
