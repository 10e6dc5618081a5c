// Binds the contract of the registry to what this room tells and does.
import { z } from 'zod';
import type { CouncilLine, CouncilWhole } from '../../../../shared/contract/councils.ts';
import { contract } from '../../../../shared/contract/index.ts';
import type { AreaView } from '../../../../shared/contract/shapes.ts';
import { type CouncilStatus, councilStatuses } from '../../../../shared/domain/council.ts';
import { problem } from '../../../../shared/kit/problem.ts';
import { readCursor, writeCursor } from '../../../kit/cursor.ts';
import { type Handling, handle, toDeed, type WebCtx } from '../../../kit/handle.ts';
import { localDay } from '../../../kit/programme-time.ts';
import type { NameUsers } from '../keep-recipient.ts';
import { listAreaViews } from '../store-area.ts';
import {
  type Council,
  countAtWork,
  countCouncils,
  countToCome,
  findCouncil,
  listStatuses,
  pageCouncils,
} from '../store-registry.ts';
import { changeCouncil, proposeCouncil } from './keep-council.ts';
import { setCouncilStatus } from './set-council-status.ts';

export type RegistryTools = { nameUsers: NameUsers; timeZone: string };

export function councilRoutes({ nameUsers, timeZone }: RegistryTools): readonly Handling[] {
  const today = (ctx: WebCtx): string => localDay(ctx.now, timeZone);
  return [
    handle(contract.listCouncils, (ctx, { query }) => listCouncils(ctx, query)),
    handle(contract.getCouncilGrowth, async (ctx) => ({
      atWork: await countAtWork(ctx, halfYearsTo(today(ctx))),
      toCome: await countToCome(ctx),
    })),
    handle(contract.getCouncil, (ctx, { params }) => getCouncil(ctx, params.id, nameUsers)),
    handle(contract.proposeCouncil, async (ctx, { body }) => ({ id: await proposeCouncil(ctx, body, today(ctx)) })),
    handle(contract.changeCouncil, async (ctx, { params, body }) => {
      await changeCouncil(ctx, { ...body, id: params.id }, today(ctx));
      return { id: params.id };
    }),
    handle(contract.setCouncilStatus, async (ctx, { params, body }) =>
      toDeed(ctx, await setCouncilStatus(ctx, { ...body, councilId: params.id }, today(ctx))),
    ),
  ];
}

const MONTHS_BACK = [18, 12, 6, 0] as const;

/** `2026-12-01` → the same day 18, 12 and 6 months before, and itself; the 31st of a short month is the day behind it. */
const halfYearsTo = (today: string): string[] =>
  MONTHS_BACK.map((months) => {
    const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
  });

const Place = z.tuple([z.string(), z.string()]);
type Asked = { q?: string | undefined; status?: CouncilStatus | undefined; cursor?: string | undefined; limit: number };

async function listCouncils(ctx: WebCtx, { cursor, limit, ...asked }: Asked) {
  const at = cursor === undefined ? undefined : readCursor(cursor, Place);
  const after = at && { name: at[0], id: at[1] };
  const rows = await pageCouncils(ctx, { ...asked, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const areas = await listAreaViews(
    ctx,
    page.map(({ areaId }) => areaId),
  );
  const counts = await countCouncils(ctx, asked.q);
  return {
    councils: page.map((council) => toLine(council, areas)),
    next: last ? writeCursor([last.name, last.id]) : null,
    counts: councilStatuses.flatMap((status) => counts.find((count) => count.status === status) ?? []),
  };
}

type Areas = ReadonlyMap<string, AreaView>;

function placeIn(areas: Areas, areaId: string): AreaView {
  const area = areas.get(areaId);
  if (!area) throw problem('area.not-found', { areaId });
  return area;
}

const toLine = ({ id, name, areaId, status, since, size }: Council, areas: Areas): CouncilLine => ({
  id,
  name,
  area: placeIn(areas, areaId),
  status,
  since,
  size,
});

/** Throws `council.not-found`, also for one outside the asker's area. */
async function getCouncil(ctx: WebCtx, id: string, nameUsers: NameUsers): Promise<CouncilWhole> {
  const council = await findCouncil(ctx, id);
  if (!council) throw problem('council.not-found', { councilId: id });
  const past = await listStatuses(ctx, id);
  const areas = await listAreaViews(ctx, [council.areaId, ...past.map(({ areaId }) => areaId)]);
  const users = await nameUsers(ctx, [...new Set(past.flatMap(({ saidBy }) => saidBy ?? []))]);
  const { meetingPlace, languages, foundedOn, confirmedOn, conductOn } = council;
  return {
    ...toLine(council, areas),
    meetingPlace,
    languages,
    foundedOn,
    confirmedOn,
    conductOn,
    history: past.map((row) => ({
      id: row.id,
      status: row.status,
      since: row.since,
      area: placeIn(areas, row.areaId),
      reason: row.reason,
      said: { at: row.saidAt.toISOString(), by: row.saidBy === null ? null : (users.get(row.saidBy) ?? null) },
    })),
  };
}
