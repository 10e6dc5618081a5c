// One concern whole: what was told, who has it, who sees what and why, and everything that happened.
import { z } from 'zod';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import { declineReasons, referralStateOf } from '../../../shared/domain/referral.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { appendRead } from '../../db/journal.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findPost, listPostNames } from '../know/index.ts';
import { readQueue, toConcernRows } from './list-concerns.ts';
import { toDuplicates, toLikely } from './offer-choices.ts';
import { findReceiver } from './route-concern.ts';
import { type Brief, listBriefsOf } from './store-brief.ts';
import { type Concern, readNarrative, readSealedNarrative } from './store-concern.ts';
import { type Consent, listConsents } from './store-consent.ts';
import { findLadder } from './store-ladder.ts';
import { countSeers, type QueueRow, type Seer } from './store-queue.ts';
import { listReferrals } from './store-referral.ts';
import { listTellings, type TellingRow } from './store-telling.ts';
import { type Fact, listTimeline } from './store-timeline.ts';
import { aboutConcern } from './tell.ts';
import { toAnswer } from './tell-answer.ts';
import type { RespondTools } from './telling.ts';
import { isOfPost, postsOfFacts, toTimeline } from './to-timeline.ts';

const Why = z.record(z.string(), z.string());
const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

export async function getConcern(ctx: WebCtx, id: string, tools: RespondTools): Promise<ConcernView> {
  const [row] = await readQueue(ctx, { ids: [id], limit: 1 });
  if (!row) throw problem('concern.not-found', { concernId: id });
  const restricted = isRestricted(row.lane);
  const tellings = await listTellings(ctx, id);
  const briefs = restricted ? [] : await listBriefsOf(ctx, id);
  const seers = await countSeers(ctx, id);
  const facts = await listTimeline(ctx, [
    id,
    ...briefs.map((brief) => brief.id),
    ...tellings.map(({ reportId }) => reportId),
  ]);
  const posts = await listPostNames(ctx, postsIn(briefs, facts, seers));
  const consents = restricted ? await listConsents(ctx, id) : [];
  const actors = facts.filter((fact) => !isOfPost(fact)).map((fact) => fact.actor);
  const users = await tools.nameUsers(ctx, [...new Set([...actors, ...consents.map(({ askedBy }) => askedBy)])]);
  const [view] = await toConcernRows(ctx, [row]);
  if (!view) throw problem('concern.not-found', { concernId: id });
  const referrals = restricted ? await toReferrals(ctx, id, consents[0]?.answer === 'yes') : [];
  const ladder = restricted ? undefined : await findLadder(ctx, id);
  const receiver = await findReceiver(ctx, row);
  return {
    ...view,
    ...(await readWords(ctx, row, tools)),
    answerCode: toAnswer(row.answerCode) ?? null,
    releasedAt: moment(row.releasedAt),
    briefs: await Promise.all(briefs.map((brief) => toBrief(ctx, brief, posts))),
    tellings: await toTellings(ctx, tellings, tools),
    duplicates: restricted ? [] : await toDuplicates(ctx, view),
    likely: await toLikely(ctx, row),
    seenBy: toSeenBy(row, { seers, posts, tellings }),
    wouldGo: receiver ? { id: receiver.id, name: receiver.name } : null,
    ladder: ladder
      ? {
          rung: ladder.rung,
          nextAt: moment(ladder.answeredAt ? null : ladder.nextAt),
          answered: ladder.answeredAt !== null,
        }
      : null,
    referrals,
    consent: toConsent(consents, { users, referrals }),
    timeline: toTimeline(facts, { users, posts }),
  };
}

function postsIn(briefs: readonly Brief[], facts: readonly Fact[], seers: readonly Seer[]): string[] {
  const named = [...briefs.flatMap((brief) => [brief.postId, brief.handOverTo]), ...seers.map((seer) => seer.postId)];
  return [...named.filter((id) => id !== null), ...postsOfFacts(facts)];
}

/** Opening a sealed narrative is a read that the auditor sees, in the transaction that hands it out. */
async function readWords(
  ctx: WebCtx,
  concern: Concern,
  tools: RespondTools,
): Promise<Pick<ConcernView, 'narrative' | 'releasedNarrative'>> {
  if (!isRestricted(concern.lane)) {
    const text = await readNarrative(ctx, concern.id);
    return { narrative: text?.narrative ?? null, releasedNarrative: text?.releasedNarrative ?? null };
  }
  const sealed = await readSealedNarrative(ctx, concern.id);
  await appendRead(ctx, 'restricted.read', { ...aboutConcern(concern), payload: { concernId: concern.id } });
  return { narrative: sealed ? tools.openNarrative(concern.lane, sealed, concern.id) : null, releasedNarrative: null };
}

async function toBrief(
  ctx: WebCtx,
  brief: Brief,
  posts: ReadonlyMap<string, string>,
): Promise<ConcernView['briefs'][number]> {
  const why = Why.parse(brief.why);
  return {
    id: brief.id,
    postId: brief.postId,
    postName: posts.get(brief.postId) ?? '',
    service: why['service'] ?? (await findPost(ctx, brief.postId))?.service ?? '',
    kind: brief.kind,
    state: brief.state,
    why,
    releasedAt: brief.releasedAt.toISOString(),
    seenDueAt: brief.seenDueAt.toISOString(),
    decideDueAt: brief.decideDueAt.toISOString(),
    seenAt: moment(brief.seenAt),
    decidedAt: moment(brief.decidedAt),
    cannotReason: brief.cannotReason,
    handOverTo: brief.handOverTo && (posts.get(brief.handOverTo) ?? null),
  };
}

async function toTellings(
  ctx: WebCtx,
  rows: readonly TellingRow[],
  tools: RespondTools,
): Promise<ConcernView['tellings']> {
  const texts = await tools.readTellings(
    ctx,
    rows.map((row) => row.reportId),
  );
  return rows.map((row) => ({
    reportId: row.reportId,
    joinedAt: row.joinedAt.toISOString(),
    wayBack: row.wayBack,
    language: texts.get(row.reportId)?.language ?? 'unknown',
    via: texts.get(row.reportId)?.via ?? 'text',
    masked: row.withdrawnAt ? null : (texts.get(row.reportId)?.masked ?? null),
    answeredAt: moment(row.answeredAt),
    clear: row.clear,
    clearRounds: row.clearRounds,
    solved: row.solved,
    withdrawn: row.withdrawnAt !== null,
  }));
}

async function toReferrals(ctx: WebCtx, id: string, consented: boolean): Promise<ConcernView['referrals']> {
  return (await listReferrals(ctx, id)).map((referral) => ({
    id: referral.id,
    body: referral.body,
    state: referralStateOf(referral, consented),
    consent: referral.consent,
    referredAt: referral.referredAt.toISOString(),
    sentAt: moment(referral.sentAt),
    remindedAt: moment(referral.remindedAt),
    acceptedAt: moment(referral.acceptedAt),
    declinedAt: moment(referral.declinedAt),
    declineReason: declineReasons.find((known) => known === referral.declineReason) ?? null,
    doneAt: moment(referral.doneAt),
  }));
}

/** A yes said with a referral, before answers were recorded by themselves, is a yes. */
function toConsent(
  consents: readonly Consent[],
  { users, referrals }: { users: ReadonlyMap<string, string>; referrals: ConcernView['referrals'] },
): ConcernView['consent'] {
  const asked = consents.map(({ id, answer, askedAt, askedBy }) => ({
    id,
    answer,
    askedAt: askedAt.toISOString(),
    askedBy: users.get(askedBy) ?? '',
  }));
  const unasked = referrals.some(({ consent }) => consent === 'given') ? 'yes' : 'not-asked';
  return { state: asked[0]?.answer ?? unasked, asked };
}

type Around = {
  seers: readonly Seer[];
  posts: ReadonlyMap<string, string>;
  tellings: readonly TellingRow[];
};

/** Who sees what, and by which rule: codes that the screen says in words; a post by its name. */
function toSeenBy(row: QueueRow, { seers, posts, tellings }: Around): ConcernView['seenBy'] {
  const seen = seers.map(({ role, postId, people, words }) => ({
    who: postId === null ? role : (posts.get(postId) ?? role),
    count: people,
    sees: seesOf(words),
    why: whys[role] ?? role,
  }));
  const hidden = seen.some(({ sees }) => sees !== 'all')
    ? []
    : [nobody('posts', isRestricted(row.lane) ? 'lane' : 'not-released')];
  return [
    ...seen,
    ...hidden,
    isRestricted(row.lane) ? nobody('coordinator', 'lane') : nobody('protection-officer', 'lane'),
    { ...nobody('teller', 'answer-only'), count: tellings.length },
    nobody('listener', 'one-text'),
    nobody('administrator', 'no-content'),
    nobody('auditor', 'journal-only'),
    nobody('public', 'never'),
  ];
}

const whys: Readonly<Record<string, string>> = {
  coordinator: 'area',
  'protection-officer': 'lane',
  'post-commander': 'brief',
  'district-commander': 'superior',
};
function seesOf(words: boolean | null): 'all' | 'brief' | 'fields' {
  if (words === null) return 'all';
  return words ? 'brief' : 'fields';
}
const nobody = (who: string, why: string) => ({ who, count: 0, sees: 'nothing' as const, why });
