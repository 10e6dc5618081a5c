// What a restricted concern needs next and by when, as SQL over one concern `c`: rows are cut, counted and shown by the same words.
import { type RawBuilder, sql } from 'kysely';
import type { CareStep } from '../../../shared/domain/care.ts';
import type { Ctx } from '../../db/tx.ts';
import { answerDue } from './store-queue-filter.ts';

const step = (name: CareStep) => sql.lit(name);

/** In the protection officer's hands: a referral that is out is hers to follow. */
export const careLive = sql`c.state in ('triage', 'open', 'referred')`;
export const serviceHasIt = sql`coalesce(care.step = ${step('confirm')}, false)`;

/**
 * Her newest answer; the referral that came furthest and was not declined; then the step and its time. A service has a quarter of
 * the remaining clock to say that it received it, at most four hours (decisions.md 2); it is asked again once, then another is.
 * Whether it helped is asked three days after it was accepted. A replay starts no clock.
 */
export const withCare = (ctx: Ctx): RawBuilder<unknown> => sql`
  left join lateral (select k.answer, k.asked_at from respond_consent k
    where k.concern_id = c.id and k.undone_at is null order by k.asked_at desc, k.id desc limit 1) k on true
  left join lateral (select r.id, r.body, r.sent_at, r.reminded_at, r.accepted_at, r.done_at from respond_referral r
    where r.concern_id = c.id and r.withdrawn_at is null and r.declined_at is null
    order by r.done_at is null, r.accepted_at is null, r.sent_at is null, r.referred_at desc limit 1) r on true
  cross join lateral (select ${answerDue} as decide_at, coalesce(r.reminded_at, r.sent_at) as given_at,
    coalesce(k.answer, (select 'yes' from respond_referral g
      where g.concern_id = c.id and g.withdrawn_at is null and g.consent = 'given' limit 1)) as said,
    exists (select from respond_referral d where d.concern_id = c.id and d.withdrawn_at is null and d.declined_at is not null) as declined) known
  cross join lateral (select known.given_at
    + least(interval '4 hours', greatest((known.decide_at - known.given_at) / 4, interval '15 minutes')) as accept_at) service
  cross join lateral (select case
    when not ${careLive} then null
    when known.said = 'withdrawn' and r.sent_at is not null and r.done_at is null then ${step('warn')}
    when r.done_at is not null then ${step('tell')}
    when r.accepted_at is not null then ${step('ask-helped')}
    when r.sent_at is not null and service.accept_at > ${ctx.now} then ${step('confirm')}
    when r.sent_at is not null and r.reminded_at is null then ${step('ask-again')}
    when r.sent_at is not null then ${step('refer-other')}
    when c.lane = 'protection' and known.said is null then ${step('ask-consent')}
    when c.lane = 'protection' and known.said <> 'yes' then ${step('tell')}
    when r.id is not null then ${step('send')}
    when known.declined then ${step('refer-other')}
    else ${step('refer')} end as step) next
  cross join lateral (select next.step, r.body as service, case
    when next.step is null or c.origin in ('replay', 'import') then null
    when next.step = ${step('warn')} then k.asked_at + interval '24 hours'
    when next.step = ${step('ask-helped')} then r.accepted_at + interval '3 days'
    when r.sent_at is not null and r.done_at is null then service.accept_at
    when next.step = ${step('ask-consent')} and c.state = 'triage' then coalesce(c.triage_due_at, known.decide_at)
    else known.decide_at end as due_at) care`;
