// The ladder of persons beside a danger: somebody of the programme has it, or the next one is called (decisions.md 2).
// A post's "seen" or "going" does not stop it: the programme must know, too. Any deed of a person on the concern does.
import { isHistory } from '../../../shared/domain/origin.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, findDuty, openTodo, type Rung } from '../know/index.ts';
import { minutesAfter } from './hold-concern.ts';
import { type Concern, findConcern } from './store-concern.ts';
import { endLadder, insertLadder, type Ladder, setRung } from './store-ladder.ts';
import { aboutConcern } from './tell.ts';
import type { RespondTools } from './telling.ts';

export const ladder = [
  { rung: 'duty-coordinator', atMinutes: 0 },
  { rung: 'deputy', atMinutes: 10 },
  { rung: 'district-coordinator', atMinutes: 20 },
  { rung: 'provincial-coordinator', atMinutes: 40 },
] as const satisfies readonly { rung: Rung; atMinutes: number }[];

const RETRY_MINUTES = 10;

/** Starts once per danger, also while the concern is held: a check of words must not let a person die waiting. */
export async function raiseDanger(ctx: Ctx, concern: Concern, tools: RespondTools): Promise<void> {
  if (concern.lane !== 'ordinary' || isHistory(concern.origin)) return;
  if (!(await insertLadder(ctx, { concernId: concern.id, nextAt: null }))) return;
  await ctx.emit('danger.raised', aboutConcern(concern), { concernId: concern.id });
  await openDangerTodo(ctx, concern);
  await callFrom(ctx, { concern, startedAt: ctx.now, first: 0 }, tools);
}

/** The next rung of a ladder that nobody has answered in time. */
export async function climbLadder(ctx: Ctx, due: Ladder, tools: RespondTools): Promise<void> {
  const concern = await findConcern(ctx, due.concernId);
  const round = due.rung + 1 < ladder.length ? 'first' : 'again';
  if (!concern || !mayClimb(concern, round)) return setRung(ctx, due.concernId, { rung: due.rung, nextAt: null });
  await openDangerTodo(ctx, concern);
  await callFrom(ctx, { concern, startedAt: due.startedAt, first: round === 'first' ? due.rung + 1 : 0 }, tools);
}

/** The ladder is climbed to its end whatever a post says, and again from below for as long as the matter stands unanswered. */
function mayClimb(concern: Concern, round: 'first' | 'again'): boolean {
  if (concern.lane !== 'ordinary') return false;
  if (concern.state === 'triage' || concern.state === 'open') return true;
  return concern.state === 'answered' && round === 'first';
}

async function openDangerTodo(ctx: Ctx, concern: Concern): Promise<void> {
  await openTodo(ctx, {
    kind: 'danger',
    role: 'coordinator',
    subjectId: concern.id,
    scopeId: concern.scopeId,
    dueAt: minutesAfter(ctx.now, RETRY_MINUTES),
    origin: concern.origin,
  });
}

/** Calls the first rung from here on that has somebody with a phone: a gap in the roster is no reason to wait. */
async function callFrom(
  ctx: Ctx,
  climb: { concern: Concern; startedAt: Date; first: number },
  tools: RespondTools,
): Promise<void> {
  const { concern, startedAt } = climb;
  let rung = climb.first;
  while (rung < ladder.length && !(await callRung(ctx, { concern, rung, startedAt }, tools))) rung += 1;
  const reached = Math.min(rung, ladder.length - 1);
  await setRung(ctx, concern.id, { rung: reached, nextAt: nextCall(ctx, { startedAt, reached }) });
  if (startedAt < ctx.now)
    await ctx.emit('danger.stepped', aboutConcern(concern), { concernId: concern.id, rung: reached });
}

/** By the ladder's own times in the first round; afterwards, and where nobody had a phone, every ten minutes. */
function nextCall(ctx: Ctx, { startedAt, reached }: { startedAt: Date; reached: number }): Date {
  const next = ladder[reached + 1];
  const planned = next && minutesAfter(startedAt, next.atMinutes);
  return planned && planned > ctx.now ? planned : minutesAfter(ctx.now, RETRY_MINUTES);
}

type Call = { concern: Concern; rung: number; startedAt: Date };

async function callRung(ctx: Ctx, { concern, rung, startedAt }: Call, tools: RespondTools): Promise<boolean> {
  const step = ladder[rung];
  const areaId = concern.areaId ?? concern.scopeId;
  if (!step || !areaId) return false;
  const duty = await findDuty(ctx, areaId, step.rung);
  const contactId = duty && (await tools.findStaffContact(ctx, duty.userId));
  if (!contactId) return false;
  const minutes = String(Math.round((ctx.now.getTime() - startedAt.getTime()) / 60_000));
  const text =
    rung === 0
      ? { template: 'duty.urgent', params: { ref: concern.ref } }
      : { template: 'duty.ladder', params: { ref: concern.ref, minutes } };
  await ctx.emit(
    'message.wanted',
    { subjectId: concern.id, origin: concern.origin },
    { contactId, ...text, subjectId: concern.id, urgency: 5 },
  );
  return true;
}

/** A person of the programme has it. */
export async function answerLadder(ctx: Ctx, concernId: string, by: string): Promise<void> {
  await endLadder(ctx, concernId, by);
  await closeTodos(ctx, concernId, 'danger');
}
