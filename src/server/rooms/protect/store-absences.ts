// SQL of who is away. The database itself decides who may say so, who may stand in, and what a cover sees meanwhile.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Role } from '../../../shared/domain/role.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';

const Outcome = z.enum(['set', 'unknown', 'days', 'no-cover', 'overlaps', 'cover-away']);
type NewAbsence = { id: string; grantId: string; coverGrantId: string; from: string; to: string; timeZone: string };

export async function insertAbsence(ctx: Ctx, absence: NewAbsence): Promise<z.output<typeof Outcome>> {
  const { id, grantId, coverGrantId, from, to, timeZone } = absence;
  const { rows } = await sql<{ outcome: string }>`
    select ctx.set_absence(${id}, ${grantId}, ${coverGrantId}, ${from}::date, ${to}::date, ${timeZone}) as outcome`.execute(
    ctx.tx,
  );
  return Outcome.parse(rows[0]?.outcome);
}

/** Who is back, or nothing when there is no such absence for this person to end. */
export async function endAbsenceRow(ctx: Ctx, id: string): Promise<string | null> {
  const { rows } = await sql<{ about: string | null }>`select ctx.end_absence(${id}) as about`.execute(ctx.tx);
  return rows[0]?.about ?? null;
}

export type AbsenceRow = {
  id: string;
  userId: string;
  name: string;
  role: Role;
  scope: string | null;
  language: string | null;
  cover: string;
  startsAt: Date;
  firstDay: string;
  lastDay: string;
  mine: boolean;
  iCover: boolean;
  mayEnd: boolean;
  areaIds: string[];
  postId: string | null;
};

export async function listAbsenceRows(ctx: Ctx, timeZone: string): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`
    select a.*, to_char(a.starts_at at time zone ${timeZone}, 'YYYY-MM-DD') as first_day,
      to_char((a.ends_at - interval '1 second') at time zone ${timeZone}, 'YYYY-MM-DD') as last_day
    from ctx.list_absences() a`.execute(ctx.tx);
  return rows;
}

export type ColleagueRow = {
  grantId: string;
  name: string;
  role: Role;
  scope: string | null;
  language: string | null;
  mine: boolean;
};

export async function listTeamRows(ctx: Ctx, q: string): Promise<ColleagueRow[]> {
  const letters = `%${fold(q).replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ColleagueRow>`select * from ctx.list_team(${letters})`.execute(ctx.tx);
  return rows;
}

/** Undefined when this person has no say about that grant. */
export async function listCoverRows(ctx: Ctx, grantId: string): Promise<ColleagueRow[] | undefined> {
  const { rows } = await sql<Partial<ColleagueRow>>`select * from ctx.list_covers(${grantId})`.execute(ctx.tx);
  return rows.length === 0 ? undefined : rows.filter(isColleague);
}

const isColleague = (row: Partial<ColleagueRow>): row is ColleagueRow => typeof row.grantId === 'string';
