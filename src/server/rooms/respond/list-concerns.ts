// The coordinator's queue, and the protection officer's in the same shape: most severe and longest waiting first; found by words, the newest first.
import { z } from 'zod';
import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { medicalUntil } from '../../../shared/domain/care.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import { boardColumns } from '../../../shared/domain/queue.ts';
import { clockOf } from '../../../shared/domain/severity.ts';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { nextMidnight } from '../../kit/programme-time.ts';
import { listAreaIdsWithin, listAreaViews, listPostIdsOf, listTakenSubjects, listTypes } from '../know/index.ts';
import { minutesAfter, toSeverity } from './hold-concern.ts';
import {
  countColumns,
  listQueue,
  listRestricted,
  MOST_COUNTED,
  type QueueFilter,
  type QueueRow,
} from './store-queue.ts';
import type { RespondTools } from './telling.ts';

type Asked = Omit<QueueFilter, 'after' | 'areaIds' | 'ids' | 'typeCodes' | 'reopened' | 'dayEnds' | 'postIds'> & {
  service?: string | undefined;
  post?: string | undefined;
  reopened?: 'yes' | undefined;
  mine?: 'yes' | undefined;
  /** A code, or the letter of a class. */
  type?: string | undefined;
  area?: string | undefined;
  cursor?: string | undefined;
};
// As PostgreSQL writes a moment.
const Moment = z.string().regex(/^[\d :.+-]{10,40}$/);
const Place = z.tuple([z.number(), Moment, z.string()]);

export async function listConcerns(
  ctx: WebCtx,
  asked: Asked,
  tools: RespondTools,
): Promise<{ concerns: ConcernRow[]; next: string | null }> {
  const at = asked.cursor === undefined ? undefined : readCursor(asked.cursor, Place);
  const after = at && { severity: at[0], openedAt: at[1], id: at[2] };
  const filter = await toFilter(ctx, asked, tools);
  const rows = await readQueue(ctx, { ...filter, after, limit: asked.limit + 1 });
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  return {
    concerns: await toConcernRows(ctx, page),
    next: last ? writeCursor([last.severity, last.openedText, last.id]) : null,
  };
}

/** How many stand in each column of the board, with the same filters. */
export async function countConcerns(
  ctx: WebCtx,
  asked: Omit<Asked, 'cursor' | 'limit' | 'clock' | 'state'>,
  tools: RespondTools,
): Promise<{ columns: { clock: (typeof boardColumns)[number]; count: number; more: boolean }[] }> {
  const filter = await toFilter(ctx, { ...asked, limit: 0 }, tools);
  const lane = ctx.person.role === 'protection-officer' ? 'restricted' : 'ordinary';
  const counts = await countColumns(ctx, { filter, columns: boardColumns, lane });
  return {
    columns: boardColumns.map((clock) => {
      const found = counts.get(clock) ?? 0;
      return { clock, count: Math.min(found, MOST_COUNTED), more: found > MOST_COUNTED };
    }),
  };
}

async function toFilter(ctx: WebCtx, asked: Asked, tools: RespondTools): Promise<QueueFilter> {
  const { area, cursor: _, type, reopened, mine, service, post, ...filter } = asked;
  return {
    ...filter,
    ids: mine === 'yes' ? await listTakenSubjects(ctx) : undefined,
    reopened: reopened === 'yes',
    postIds: await listGiven(ctx, { service, post }),
    areaIds: area === undefined ? undefined : await listAreaIdsWithin(ctx, area),
    typeCodes: type === undefined ? undefined : await listCodes(ctx, type),
    dayEnds: nextMidnight(ctx.now, tools.timeZone),
  };
}

/** A post, or every post of a service; both said: that post, when it is of that service. */
async function listGiven(ctx: Ctx, asked: Pick<Asked, 'service' | 'post'>): Promise<string[] | undefined> {
  const { service, post } = asked;
  if (service === undefined) return post === undefined ? undefined : [post];
  const ids = await listPostIdsOf(ctx, service);
  return post === undefined ? ids : ids.filter((id) => id === post);
}

const listCodes = async (ctx: Ctx, type: string): Promise<string[]> =>
  (await listTypes(ctx.tx)).map(({ code }) => code).filter((code) => code.startsWith(type));

export const readQueue = (ctx: WebCtx, filter: QueueFilter): Promise<QueueRow[]> =>
  ctx.person.role === 'protection-officer' ? listRestricted(ctx, filter) : listQueue(ctx, filter);

export async function toConcernRows(ctx: Ctx, rows: readonly QueueRow[]): Promise<ConcernRow[]> {
  const areas = await listAreaViews(
    ctx,
    rows.flatMap((row) => row.areaId ?? []),
  );
  return rows.map((row) => toConcernRow(ctx, row, areas));
}

function toConcernRow(ctx: Ctx, row: QueueRow, areas: ReadonlyMap<string, AreaView>): ConcernRow {
  return {
    id: row.id,
    ref: row.ref,
    lane: row.lane,
    typeCode: row.typeCode,
    severity: row.severity,
    danger: row.danger,
    area: (row.areaId && areas.get(row.areaId)) || null,
    placeBy: row.placeBy,
    timeBand: row.timeBand,
    toldOn: row.toldOn,
    voices: row.voices,
    sources: row.sources,
    state: row.state,
    holdReasons: row.holdReasons,
    openedAt: row.openedAt.toISOString(),
    clock: clockOfRow(ctx, row),
    medicalUntil: medicalUntil(row)?.toISOString() ?? null,
    service: row.service ?? null,
    reopened: row.reopened,
    origin: row.origin,
  };
}

function clockOfRow(ctx: Ctx, row: QueueRow): ConcernRow['clock'] {
  if (isRestricted(row.lane)) return row.step && toClock(ctx, row.step, row.stepDueAt);
  if (row.state === 'triage') return toClock(ctx, 'triage', row.triageDueAt);
  if (row.state !== 'open') return null;
  if (row.step) return toClock(ctx, row.step, row.stepDueAt);
  const { decisionMinutes } = clockOf(toSeverity(row.severity));
  return toClock(ctx, 'answer', minutesAfter(row.releasedAt ?? row.openedAt, decisionMinutes));
}

type Step = NonNullable<ConcernRow['clock']>['step'];
const toClock = (ctx: Ctx, step: Step, dueAt: Date | null): ConcernRow['clock'] =>
  dueAt && { step, dueAt: dueAt.toISOString(), late: dueAt < ctx.now };
