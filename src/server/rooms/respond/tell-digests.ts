// One text a day, at the hour that the installation sets, to whoever has given a telephone: how much waits, how much is late, and nothing
// of what. Where nothing waits, nothing is sent. Danger to life does not wait for it: that is the ladder's.
import type { Ctx } from '../../db/tx.ts';
import { localDay, localHour } from '../../kit/programme-time.ts';
import { countWaiting } from '../know/index.ts';
import { claimDigest } from './store-digest.ts';
import type { RespondTools } from './telling.ts';

/** A server that was away in the morning catches up, and nobody is told at night. */
const LATEST_HOURS = 4;
const MOST_SHOWN = 999;

export async function tellDigests(ctx: Ctx, tools: RespondTools): Promise<void> {
  const { timeZone, digestHour } = tools;
  const since = localHour(ctx.now, timeZone) - digestHour;
  if (since < 0 || since >= LATEST_HOURS) return;
  const day = localDay(ctx.now, timeZone);
  for (const { userId, contactId } of await tools.listStaffPhones(ctx)) {
    if (!(await claimDigest(ctx, userId, day))) continue;
    const { waiting, late } = await countWaiting(ctx, userId);
    if (waiting === 0) continue;
    const params = { waiting: shown(waiting), late: shown(late) };
    await ctx.emit('message.wanted', { subjectId: userId }, { contactId, template: 'duty.digest', params });
  }
}

const shown = (count: number): string => String(Math.min(count, MOST_SHOWN));
