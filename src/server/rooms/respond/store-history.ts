// The demonstration's past: rows of matters as they stand, many in one statement. As the owner, at set-up.
import { sql } from 'kysely';
import { insertRows, type Row } from '../../db/insert-history.ts';
import type {
  RespondBriefTable,
  RespondConcernTable,
  RespondLadderTable,
  RespondReferralTable,
  RespondTellingTable,
} from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type RespondHistory = {
  concerns: readonly Row<RespondConcernTable>[];
  tellings: readonly Row<RespondTellingTable>[];
  briefs: readonly Row<RespondBriefTable>[];
  ladders: readonly Row<RespondLadderTable>[];
  referrals: readonly Row<RespondReferralTable>[];
};

export async function insertRespondHistory({ tx }: Pick<Ctx, 'tx'>, history: RespondHistory): Promise<void> {
  await insertRows(tx, 'respondConcern', history.concerns);
  await insertRows(tx, 'respondTelling', history.tellings);
  await insertRows(tx, 'respondBrief', history.briefs);
  await insertRows(tx, 'respondLadder', history.ladders);
  await insertRows(tx, 'respondReferral', history.referrals);
}

/** What there is, in words of the field; counts only. */
export async function countMatters({ tx }: Pick<Ctx, 'tx'>): Promise<Record<string, number>> {
  const { rows } = await sql<{ what: string; n: number }>`
    select 'concerns' as what, count(*)::int as n from respond_concern
    union all select 'of them ' || lane || ', ' || state, count(*)::int from respond_concern group by lane, state
    union all select 'reopened by "no" or "worse"', count(*)::int from respond_concern where reopened > 0
    union all select 'tellings due an answer', count(*)::int from respond_telling where answer_due_at is not null
    union all select 'of them answered', count(*)::int from respond_telling where answered_at is not null
    union all select 'asked "clear?"', count(*)::int from respond_telling where clear_asked_at is not null
    union all select 'judged clear', count(*)::int from respond_telling where clear = 'yes'
    union all select 'judged not clear', count(*)::int from respond_telling where clear = 'no'
    union all select 'asked "solved?"', count(*)::int from respond_telling where solved_asked_at is not null
    union all select 'solved: ' || (array['yes', 'partly', 'no', 'worse'])[solved], count(*)::int from respond_telling where solved is not null group by solved
    union all select 'briefs of posts', count(*)::int from respond_brief
    union all select 'seen too late', count(*)::int from respond_brief where seen_missed_at is not null
    union all select 'decided too late', count(*)::int from respond_brief where decide_missed_at is not null
    union all select 'cannot: ' || cannot_reason, count(*)::int from respond_brief where cannot_reason is not null group by cannot_reason
    union all select 'handed over', count(*)::int from respond_brief where state = 'handed-over'
    union all select 'brought before a superior', count(*)::int from respond_brief where kind = 'escalation'
    union all select 'referrals out', count(*)::int from respond_referral
    union all select 'of them accepted', count(*)::int from respond_referral where accepted_at is not null
    order by 1`.execute(tx);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}
