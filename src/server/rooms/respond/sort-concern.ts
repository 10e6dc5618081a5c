// What it is, where it was, and whose it is: type, place and lane, set by a person.
import { isRestricted, type Lane } from '../../../shared/domain/lane.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { getType } from '../know/index.ts';
import { getOwnConcern, mustStand } from './get-own-concern.ts';
import { severityOf } from './judge-telling.ts';
import { type Concern, readNarrative, readSealedNarrative, updateConcern } from './store-concern.ts';
import { moveArea, moveLane } from './store-queue.ts';
import { aboutConcern } from './tell.ts';
import type { RespondTools } from './telling.ts';

/** A type of a restricted lane takes the concern there: the coordinator who finds it out must not go on reading it. */
export async function typeConcern(
  ctx: WebCtx,
  { id, typeCode }: { id: string; typeCode: string },
  tools: RespondTools,
): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  mustStand(concern);
  const type = await getType(ctx, typeCode);
  // Danger that was told stays: a type says what it is, not that she was wrong to fear.
  await updateConcern(ctx, id, { typeCode, severity: severityOf(type, concern.danger || type.danger) });
  const raised = isRestricted(type.lane) && !isRestricted(concern.lane);
  if (raised) await move(ctx, { concern, to: type.lane }, tools);
  const { severity, typeCode: from } = concern;
  const about = aboutConcern(raised ? { ...concern, lane: type.lane } : concern);
  return ctx.emit('concern.typed', about, { concernId: id, from, to: typeCode, severity });
}

export async function placeConcern(ctx: WebCtx, id: string, areaId: string): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  mustStand(concern);
  if (!(await moveArea(ctx, id, areaId))) throw problem('area.not-found', { areaId });
  const placed = { concernId: id, from: concern.areaId, to: areaId, by: concern.placeBy };
  return ctx.emit('concern.placed', aboutConcern(concern), placed);
}

/** Only the protection officer lowers (decisions.md 7): the database door refuses a coordinator what she cannot see. */
export async function laneConcern(
  ctx: WebCtx,
  { id, lane }: { id: string; lane: Lane },
  tools: RespondTools,
): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  mustStand(concern);
  if (concern.lane === lane) throw problem('concern.lane', { concernId: id });
  return move(ctx, { concern, to: lane }, tools);
}

async function move(
  ctx: WebCtx,
  { concern, to }: { concern: Concern; to: Lane },
  tools: RespondTools,
): Promise<string> {
  const text = await readText(ctx, concern, tools);
  const plain = isRestricted(to) ? null : text;
  const sealed = isRestricted(to) && text !== null ? tools.sealNarrative(to, text, concern.id) : null;
  if (!(await moveLane(ctx, { concernId: concern.id, to, plain, sealed })))
    throw problem('concern.lane', { concernId: concern.id });
  const about = aboutConcern({ ...concern, lane: isRestricted(to) ? to : concern.lane });
  return ctx.emit('concern.laned', about, { concernId: concern.id, from: concern.lane, to });
}

async function readText(ctx: WebCtx, concern: Concern, tools: RespondTools): Promise<string | null> {
  if (!isRestricted(concern.lane)) return (await readNarrative(ctx, concern.id))?.narrative ?? null;
  const sealed = await readSealedNarrative(ctx, concern.id);
  return sealed ? tools.openNarrative(concern.lane, sealed, concern.id) : null;
}
