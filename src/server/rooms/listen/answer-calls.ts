// The courier's second work: a number that somebody may call is opened, sealed to the page that asked, and written down as read, in one
// transaction. It counts by itself and looks at her wishes by itself: whoever takes `serve` over gets no more than the rules allow.
import { ANSWER_SECONDS, MOST_NUMBERS_A_DAY, NUMBER_MINUTES, type NumberProblem } from '../../../shared/domain/call.ts';
import { appendRead } from '../../db/journal.ts';
import { type Ctx, systemTx } from '../../db/tx.ts';
import { findRoute, openRoute, sealToPage } from '../protect/index.ts';
import type { CourierTools } from './courier.ts';
import { nextSafeMoment } from './safe-hours.ts';
import { answerCall, claimAsked, countOpened, wipeNumbers } from './store-callbacks.ts';

const DAY_MS = 86_400_000;

type Asked = NonNullable<Awaited<ReturnType<typeof claimAsked>>>;

/** Returns how many it answered: one, or none. */
export async function answerCalls(tools: CourierTools): Promise<number> {
  const { db, tx } = tools;
  return systemTx({ db, tx, actor: { id: 'courier', role: 'courier' } }, async (ctx) => {
    await wipeNumbers(ctx, before(ctx, NUMBER_MINUTES * 60_000));
    const asked = await claimAsked(ctx, before(ctx, ANSWER_SECONDS * 1000));
    if (!asked) return 0;
    await answer(ctx, asked, tools);
    return 1;
  });
}

const before = ({ now }: Ctx, ms: number): Date => new Date(now.getTime() - ms);

async function answer(ctx: Ctx, asked: Asked, tools: CourierTools): Promise<void> {
  const found = await open(ctx, asked, tools).catch((error: unknown): NumberProblem => {
    // One that cannot be opened must not stand before the others.
    tools.onFault(error);
    return 'fault';
  });
  await answerCall(ctx, asked.id, typeof found === 'string' ? { problem: found } : { ...found, openedAt: ctx.now });
  const { id, todoId, calledBy, role, lane, origin } = asked;
  if (found === 'too-many') await ctx.emit('numbers.exceeded', { subjectId: calledBy }, { userId: calledBy, role });
  if (typeof found === 'string') return;
  // In the name of the person for whom it was opened.
  const reader = { ...ctx, actor: { id: calledBy, role } };
  await appendRead(reader, 'number.opened', { subjectId: id, lane, origin, payload: { callId: id, todoId } });
}

async function open(
  ctx: Ctx,
  { id, contactId, calledBy, askedAt, pageKey }: Asked,
  { db, keys, timeZone }: CourierTools,
): Promise<{ numberCt: Buffer } | NumberProblem> {
  if ((await countOpened(ctx, calledBy, before(ctx, DAY_MS))) >= MOST_NUMBERS_A_DAY) return 'too-many';
  const route = await findRoute(db, contactId);
  if (!route || !pageKey) return 'no-way-back';
  const stopped = route.optedOutAt !== null && route.optedOutAt > askedAt;
  if (stopped || nextSafeMoment(ctx.now, route, timeZone) > ctx.now) return 'not-wished';
  const { msisdn } = openRoute(keys, { keyId: route.keyId, sealed: route.sealed }, route.routeId);
  return { numberCt: sealToPage(pageKey, msisdn, id) };
}
