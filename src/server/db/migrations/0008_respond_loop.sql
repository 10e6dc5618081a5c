-- respond: what the whole circle of a concern needs beyond its first tables.

-- Accents forgiven in search and likeness: unaccent by a fixed dictionary is immutable in fact, so this may be stored and indexed.
create function ctx.fold(plain text) returns text language sql immutable parallel safe strict set search_path = pg_catalog, public as $$
  select lower(unaccent('public.unaccent'::regdictionary, plain))
$$;
revoke execute on function ctx.fold(text) from public;
grant execute on function ctx.fold(text) to salama_worker, salama_coordinator, salama_protection;

alter table respond_concern
  add column released_narrative text,
  add column narrative_of text,
  add column triage_missed_at timestamptz,
  add column folded text generated always as (ctx.fold(narrative)) stored;
select ctx.tag('respond_concern', '{"content":["released_narrative","folded"],"none":["narrative_of","triage_missed_at"]}');
grant select (released_narrative, narrative_of, triage_missed_at, folded), update (released_narrative) on respond_concern to salama_coordinator;

drop index respond_concern_narrative;
create index respond_concern_folded on respond_concern using gin (folded gin_trgm_ops) where lane = 'ordinary';
create index respond_concern_order on respond_concern (severity desc, opened_at, id);
create index respond_concern_recent on respond_concern (scope_id, opened_at desc) where lane = 'ordinary' and state in ('triage', 'open', 'answered');
create index respond_concern_triage on respond_concern (triage_due_at) where state = 'triage' and triage_missed_at is null;

-- One index per clock: a row that was counted as missed leaves it, so the sweep stays as small as what is newly due.
drop index respond_brief_clock;
create index respond_brief_seen_clock on respond_brief (seen_due_at) where state = 'new' and seen_missed_at is null;
create index respond_brief_decide_clock on respond_brief (decide_due_at) where state in ('new', 'seen', 'going') and decide_missed_at is null;
create index respond_brief_hand_over_clock on respond_brief (hand_over_due_at) where hand_over_to is not null and hand_over_due_at is not null;
create index respond_brief_ref on respond_brief (ref);

-- A post's list goes by the due time it is shown, never by the moment of release.
drop index respond_brief_post;
create index respond_brief_post on respond_brief (post_id, (state not in ('new', 'seen', 'going')), severity desc, decide_shown_at, id);
create index respond_concern_restricted on respond_concern (severity desc, opened_at, id) where lane in ('protection', 'oversight');
create index respond_concern_waiting on respond_concern (severity desc, opened_at, id) where state in ('triage', 'open');

-- 150,110 references of four characters exist, and they are spoken: one may be used again when its concern is long closed.
alter table respond_concern drop constraint respond_concern_ref_key;
create index respond_concern_ref on respond_concern (ref);

alter table respond_referral add column withdrawn_at timestamptz;
select ctx.tag('respond_referral', '{"none":["withdrawn_at"]}');

-- A lane move also takes away the narrative that a person had released.
create or replace function ctx.move_lane(concern text, to_lane text, plain text, sealed bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update respond_concern c set lane = to_lane, narrative = plain, narrative_ct = sealed, released_narrative = null, state = 'triage',
      released_at = null, released_by = null
    where c.id = concern and ctx.may_move(c);
  if not found then return false; end if;
  update respond_telling t set lane = to_lane where t.concern_id = concern;
  update respond_brief b set state = 'withdrawn' where b.concern_id = concern and to_lane <> 'ordinary';
  delete from respond_duplicate d where d.concern_id = concern or d.other_id = concern;
  update know_todo t set state = 'done' where t.subject_id = concern and t.state <> 'done';
  return true;
end $$;

-- "Who sees this": how many people, by role and post. Counts only, and only for one who sees the concern herself.
create function ctx.count_seers(concern text) returns table (role text, post_id text, people int, words boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive c as (select * from respond_concern r where r.id = concern and ctx.may_move(r)),
    held as (select g.* from protect_grant g join protect_user u on u.id = g.user_id, c
      where u.state = 'active' and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())),
    brief as (
      select b.post_id, b.narrative is not null or b.kind = 'brief' as words, b.hand_over_to,
        b.hand_over_due_at is not null and b.state in ('new', 'seen', 'going') as offered
      from respond_brief b, c where b.concern_id = c.id and b.state <> 'withdrawn'),
    reader as (
      select r.post_id, r.post_id as at, bool_or(r.words) as words from (
        select brief.post_id, brief.words from brief
        union all select brief.hand_over_to, brief.words from brief where brief.offered) r
      group by r.post_id),
    above as (
      select p.superior_id as at, r.words from reader r join know_post p on p.id = r.at where p.superior_id is not null
      union
      select p.superior_id, a.words from above a join know_post p on p.id = a.at where p.superior_id is not null)
  select 'coordinator', null::text, count(distinct h.user_id)::int, null::boolean from held h, c
    where c.lane = 'ordinary' and h.role = 'coordinator'
      and h.area_id = any((select a.lineage from know_area a where a.id = c.scope_id)::text[])
  union all
  select 'protection-officer', null, count(distinct h.user_id)::int, null from held h, c where c.lane <> 'ordinary' and h.role = 'protection-officer'
  union all
  select 'post-commander', r.post_id, count(distinct h.user_id)::int, r.words from reader r
    left join held h on h.post_id = r.post_id group by r.post_id, r.words
  union all
  select 'district-commander', a.at, count(distinct h.user_id)::int, bool_or(a.words) from above a
    left join held h on h.post_id = a.at and h.role = 'district-commander' group by a.at
$$;
revoke execute on function ctx.count_seers(text) from public;
grant execute on function ctx.count_seers(text) to salama_coordinator, salama_protection;

-- Undo of "placed there": the concern may have left the mover's sight, so the deed itself, hers and of the last ten seconds, is the key.
-- Where it was before stands in the journal; what has been moved again since is left alone.
create function ctx.unplace(deed text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare placed journal;
begin
  select * into placed from journal j
    where j.id = deed and j.actor = ctx.user_id() and j.event = 'concern.placed' and j.at > now() - interval '10 seconds';
  if placed.id is null then return false; end if;
  update respond_concern c set area_id = placed.payload ->> 'from', scope_id = placed.scope_id, place_by = placed.payload ->> 'by'
    where c.id = placed.subject_id and c.area_id = placed.payload ->> 'to' and c.place_by = 'coordinator' and c.lane = placed.lane;
  if not found then return false; end if;
  update respond_telling t set scope_id = placed.scope_id where t.concern_id = placed.subject_id;
  update know_todo t set scope_id = placed.scope_id where t.subject_id = placed.subject_id and t.state <> 'done';
  return true;
end $$;
revoke execute on function ctx.unplace(text) from public;
grant execute on function ctx.unplace(text) to salama_coordinator, salama_protection;

-- The same guard as everywhere, said so that it is decided once and not guessed to leave out 199 of 200 rows: with the guess, the
-- lists of a grown programme would be read through the whole table.
drop policy class_agrees on respond_concern;
create policy class_agrees on respond_concern as restrictive
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator
  using ((select current_user = (select ctx.class())));
drop policy class_agrees on respond_brief;
create policy class_agrees on respond_brief as restrictive
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator
  using ((select current_user = (select ctx.class())));

-- Search by words or reference. Under row security no index may serve a LIKE; here the same limits are said first, and only ids come out.
create function ctx.search_concerns(pattern text, reference text) returns text[]
  language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(found.id), '{}') from (
    select c.id from respond_concern c
    where ctx.role() = 'coordinator' and c.lane = 'ordinary' and c.scope_id = any((select ctx.areas())::text[])
      and (c.folded like pattern or c.ref = reference)
    order by c.opened_at desc limit 2000) found
$$;
revoke execute on function ctx.search_concerns(text, text) from public;
grant execute on function ctx.search_concerns(text, text) to salama_coordinator;
