// The protection officer or the administrator keeps the directory of services: adds one, corrects or confirms it, ends it.
import type { z } from 'zod';
import type { ReferralServiceSaid, ReferralServiceView } from '../../../shared/contract/recipients.ts';
import { scopeKind } from '../../../shared/domain/area.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { listAreas, listAreaViews } from './store-area.ts';
import { insertReferralService, type ReferralService, updateReferralService } from './store-recipient.ts';

export type NameUsers = (ctx: WebCtx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Throws `request.invalid` for an unknown place, for one smaller than a district, and for an end before its beginning. */
export async function addReferralService(ctx: Ctx, said: ReferralServiceSaid): Promise<string> {
  const scopeId = await mustHold(ctx, said);
  const id = ctx.id('referralService');
  await insertReferralService(ctx, id, said);
  await tellKept(ctx, id, scopeId);
  return id;
}

/** Throws `referral-service.not-found`, and as adding does. */
export async function changeReferralService(ctx: Ctx, id: string, said: ReferralServiceSaid): Promise<void> {
  const scopeId = await mustHold(ctx, said);
  if (!(await updateReferralService(ctx, id, said))) throw problem('referral-service.not-found', { serviceId: id });
  await tellKept(ctx, id, scopeId);
}

const wideEnough: readonly string[] = ['country', 'province', scopeKind];

async function mustHold(ctx: Ctx, { areaIds, from, to }: ReferralServiceSaid): Promise<string> {
  const areas = await listAreas(ctx, areaIds);
  const known = areaIds.every((id) => wideEnough.includes(areas.get(id)?.kind ?? ''));
  const [first] = areaIds;
  if (first === undefined || !known) throw problem('request.invalid', { field: 'areaIds' });
  if (to !== null && to < from) throw problem('request.invalid', { field: 'to' });
  return first;
}

const tellKept = (ctx: Ctx, serviceId: string, scopeId: string): Promise<string> =>
  ctx.emit('referral-service.kept', { subjectId: serviceId, lane: 'ordinary', scopeId }, { serviceId });

export async function toReferralServiceViews(
  ctx: WebCtx,
  services: readonly ReferralService[],
  nameUsers: NameUsers,
): Promise<z.input<typeof ReferralServiceView>[]> {
  const areas = await listAreaViews(
    ctx,
    services.flatMap(({ areaIds }) => areaIds),
  );
  const users = await nameUsers(ctx, [...new Set(services.map(({ changedBy }) => changedBy))]);
  return services.map(({ areaIds, fromDay, toDay, changedAt, changedBy, ...service }) => ({
    ...service,
    from: fromDay,
    to: toDay,
    areas: areaIds.flatMap((id) => areas.get(id) ?? []),
    changed: { at: changedAt.toISOString(), by: users.get(changedBy) ?? null },
  }));
}
