// A coordinator says what a council is from a day on, and where; what it was stays in its past.
import {
  type CouncilReason,
  type CouncilStatus,
  followersOf,
  movesWith,
  reasonsOf,
} from '../../../../shared/domain/council.ts';
import { problem } from '../../../../shared/kit/problem.ts';
import type { Ctx } from '../../../db/tx.ts';
import { getArea } from '../store-area.ts';
import { isOwnScope } from '../store-name.ts';
import {
  type Council,
  deleteStatus,
  findCouncil,
  findStatus,
  insertStatus,
  listStatuses,
  updateStanding,
} from '../store-registry.ts';

export type StatusSaid = {
  councilId: string;
  status: CouncilStatus;
  since: string;
  reason: CouncilReason;
  areaId?: string | undefined;
};

/**
 * `today` is the programme's day. Throws `council.not-found` outside the asker's area, `council.status-impossible` for what cannot
 * follow what it is, `request.invalid` for a day to come, one before its last change, and a reason that fits another status.
 */
export async function setCouncilStatus(ctx: Ctx, said: StatusSaid, today: string): Promise<string> {
  const council = await findCouncil(ctx, said.councilId, true);
  if (!council) throw problem('council.not-found', { councilId: said.councilId });
  if (!followersOf[council.status].includes(said.status))
    throw problem('council.status-impossible', { councilId: council.id });
  if (said.since > today || said.since < council.since) throw problem('request.invalid', { field: 'since' });
  if (!reasonsOf[said.status].includes(said.reason)) throw problem('request.invalid', { field: 'reason' });
  const areaId = await placeOf(ctx, council, said);
  const statusId = ctx.id('councilStatus');
  const { status, since, reason } = said;
  await insertStatus(ctx, { id: statusId, councilId: council.id, status, since, areaId, reason });
  await updateStanding(ctx, council.id, { status, areaId });
  return ctx.emit('council.status-set', about(council), { councilId: council.id, statusId, to: status });
}

/** Where its people are now; only a status that may move it can name another place, and only one of the asker's own. */
async function placeOf(ctx: Ctx, council: Council, { status, areaId }: StatusSaid): Promise<string> {
  if (areaId === undefined || areaId === council.areaId) return council.areaId;
  if (!movesWith.includes(status)) throw problem('request.invalid', { field: 'areaId' });
  const area = await getArea(ctx, areaId);
  if (!(await isOwnScope(ctx, area.scopeId))) throw problem('area.not-found', { areaId });
  return area.id;
}

const about = ({ id, scopeId }: Council) => ({ subjectId: id, lane: 'ordinary' as const, scopeId });

/** Undo: the council is again what and where it was. False when it has changed since. */
export async function takeBackCouncilStatus(ctx: Ctx, statusId: string): Promise<boolean> {
  const said = await findStatus(ctx, statusId);
  if (!said || !(await findCouncil(ctx, said.councilId, true))) return false;
  const [newest, before] = await listStatuses(ctx, said.councilId);
  if (newest?.id !== statusId || before === undefined) return false;
  if (!(await deleteStatus(ctx, statusId))) return false;
  await updateStanding(ctx, said.councilId, before);
  return true;
}
