// Away from day to day: somebody of the same role, near enough, stands in. It begins and ends by the clock; nothing runs for it.
import type { z } from 'zod';
import type { AbsenceView, Colleague } from '../../../shared/contract/absences.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import {
  type ColleagueRow,
  endAbsenceRow,
  insertAbsence,
  listAbsenceRows,
  listCoverRows,
  listTeamRows,
} from './store-absences.ts';

type Wanted = { grantId: string; coverGrantId: string; from: string; to: string };

/** Throws `grant.not-found`, `request.invalid` for the days, `absence.no-cover`, `absence.overlaps`, `absence.cover-away`. */
export async function setAbsence(ctx: Ctx, timeZone: string, wanted: Wanted): Promise<{ absenceId: string }> {
  const id = ctx.id('absence');
  const { grantId, coverGrantId } = wanted;
  const outcome = await insertAbsence(ctx, { id, ...wanted, timeZone });
  if (outcome === 'unknown') throw problem('grant.not-found', { grantId });
  if (outcome === 'days') throw problem('request.invalid', { field: 'to' });
  if (outcome !== 'set') throw problem(`absence.${outcome}`, { grantId });
  await ctx.emit('absence.set', { subjectId: id }, { absenceId: id, grantId, coverGrantId });
  return { absenceId: id };
}

/** Throws `absence.not-found`, also for one that is over or nobody's business of the asker. */
export async function endAbsence(ctx: Ctx, absenceId: string): Promise<void> {
  const userId = await endAbsenceRow(ctx, absenceId);
  if (userId === null) throw problem('absence.not-found', { absenceId });
  await ctx.emit('absence.ended', { subjectId: absenceId }, { absenceId, userId });
}

export async function listAbsences(ctx: Ctx, timeZone: string): Promise<{ absences: z.input<typeof AbsenceView>[] }> {
  const rows = await listAbsenceRows(ctx, timeZone);
  return {
    absences: rows.map(({ scope, language, startsAt, firstDay, lastDay, ...row }) => ({
      id: row.id,
      userId: row.userId,
      name: row.name,
      role: row.role,
      scope: scope ?? language ?? '',
      cover: row.cover,
      from: firstDay,
      to: lastDay,
      standing: startsAt <= ctx.now,
      mine: row.mine,
      iCover: row.iCover,
      mayEnd: row.mayEnd,
      areaIds: row.areaIds,
      postId: row.postId,
    })),
  };
}

export async function listTeam(ctx: Ctx, q: string): Promise<{ team: z.input<typeof Colleague>[] }> {
  return { team: (await listTeamRows(ctx, q)).map(toColleague) };
}

/** Throws `grant.not-found` where this person has no say. */
export async function listCovers(ctx: Ctx, grantId: string): Promise<{ covers: z.input<typeof Colleague>[] }> {
  const covers = await listCoverRows(ctx, grantId);
  if (!covers) throw problem('grant.not-found', { grantId });
  return { covers: covers.map(toColleague) };
}

const toColleague = ({ scope, language, ...row }: ColleagueRow): z.input<typeof Colleague> => ({
  ...row,
  scope: scope ?? language ?? '',
});
