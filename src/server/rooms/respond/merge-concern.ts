// The same matter told twice, or two that only look alike: a person says which.
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { getOwnConcern, mustMove, mustStand, refused } from './get-own-concern.ts';
import { SERVICE_COMPLAINT } from './judge-telling.ts';
import { updateConcern } from './store-concern.ts';
import { findDuplicate, setDuplicate } from './store-duplicate.ts';
import { listTellings } from './store-telling.ts';
import { aboutConcern } from './tell.ts';

export async function mergeConcern(ctx: WebCtx, id: string, intoId: string): Promise<string> {
  // Locked in one order, whichever way round: two people who merge the same pair do not wait for each other for ever.
  const [first, second] = [id, intoId].sort();
  if (first === undefined || second === undefined || first === second)
    throw problem('request.invalid', { field: 'into' });
  const locked = [await getOwnConcern(ctx, first), await getOwnConcern(ctx, second)];
  const concern = locked.find((one) => one.id === id);
  const into = locked.find((one) => one.id === intoId);
  if (!concern || !into) throw problem('concern.not-found', { concernId: id });
  if (concern.lane !== 'ordinary' || into.lane !== 'ordinary') throw problem('concern.lane', { concernId: id });
  // A complaint about a service does not enter what the service reads.
  if ((concern.typeCode === SERVICE_COMPLAINT) !== (into.typeCode === SERVICE_COMPLAINT)) throw refused(concern);
  mustStand(into);
  mustMove(concern, 'merged');
  await updateConcern(ctx, id, { state: 'merged', mergedInto: intoId });
  return ctx.emit('concern.merged', aboutConcern(concern), { concernId: id, into: intoId, from: concern.state });
}

/** Not the same matter: an offer refused, or a join taken back. */
export async function keepApart(ctx: WebCtx, id: string, otherId: string): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  const other = await getOwnConcern(ctx, otherId);
  const joined = other.mergedInto === id;
  const pair = await findDuplicate(ctx, [id, otherId]);
  if (!joined && pair?.state !== 'offered') throw refused(concern);
  await setDuplicate(ctx, [id, otherId], 'refused');
  if (joined) await updateConcern(ctx, otherId, { state: 'triage', mergedInto: null });
  const from = joined ? 'joined' : 'offered';
  return ctx.emit('duplicate.refused', aboutConcern(concern), { concernId: id, otherId, from });
}

/** Undo. What had been joined is joined again; false when one of the two has moved on. */
export async function unkeepApart(ctx: WebCtx, id: string, undo: { otherId: string; from: string }): Promise<boolean> {
  const { otherId, from } = undo;
  const other = await getOwnConcern(ctx, otherId);
  const pair = await findDuplicate(ctx, [id, otherId]);
  if (pair && pair.state !== 'refused') return false;
  if (from === 'joined' && (other.state !== 'triage' || other.mergedInto !== null)) return false;
  await setDuplicate(ctx, [id, otherId], from === 'joined' ? 'joined' : 'offered');
  if (from === 'joined') await updateConcern(ctx, otherId, { state: 'merged', mergedInto: id });
  return true;
}

/** One telling of several is another matter. Nothing moves until the ten seconds are over: undo has only to call it back. */
export async function splitTelling(ctx: WebCtx, id: string, reportId: string): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  mustStand(concern);
  if (concern.lane !== 'ordinary') throw problem('concern.lane', { concernId: id });
  const standing = (await listTellings(ctx, id)).filter(({ withdrawnAt }) => withdrawnAt === null);
  if (!standing.some((telling) => telling.reportId === reportId)) throw problem('concern.not-found', { reportId });
  if (standing.length < 2) throw refused(concern);
  return ctx.emit('concern.split', aboutConcern(concern), { concernId: id, reportId, into: ctx.id('concern') });
}
