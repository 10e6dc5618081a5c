-- respond: no rule gives words away (docs/decisions/0018-no-rule-gives-words-away.md). What a post reads was, until now, her masked
-- words also where no person had looked at them; a name in small letters is no name to a mask.

-- Briefs already out: words stay only where a person's release of the concern stands in the journal and was not taken back.
create temporary table words_of_a_person on commit drop as
  select distinct j.subject_id as concern_id from journal j
  where j.event = 'concern.released' and j.payload ->> 'by' = 'person'
    and not exists (select from journal u where u.subject_id = j.subject_id and u.event = 'deed.undone' and u.payload ->> 'deedId' = j.id);
update respond_brief b set narrative = null
  where b.narrative is not null and b.concern_id not in (select p.concern_id from words_of_a_person p);
update respond_concern c set released_narrative = null
  where c.released_narrative is not null and c.id not in (select p.concern_id from words_of_a_person p);
-- Released by a person as they were told: from now on said aloud, or the next change of type or place would take them away.
update respond_concern c set released_narrative = b.narrative
  from respond_brief b
  where b.concern_id = c.id and b.narrative is not null and c.released_narrative is null and c.lane = 'ordinary' and b.state not in ('withdrawn', 'handed-over');

-- "Who sees this": words or none, by what stands in the brief; and no line for a role that nobody holds here.
create or replace function ctx.count_seers(concern text) returns table (role text, post_id text, people int, words boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive c as (select * from respond_concern r where r.id = concern and ctx.may_move(r)),
    held as (select g.* from protect_grant g join protect_user u on u.id = g.user_id, c
      where u.state = 'active' and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())),
    brief as (
      select b.post_id, b.narrative is not null as words, b.hand_over_to,
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
    having count(*) > 0
  union all
  select 'protection-officer', null, count(distinct h.user_id)::int, null from held h, c
    where c.lane <> 'ordinary' and h.role = 'protection-officer'
    having count(*) > 0
  union all
  select 'post-commander', r.post_id, count(distinct h.user_id)::int, r.words from reader r
    left join held h on h.post_id = r.post_id group by r.post_id, r.words
  union all
  select 'district-commander', a.at, count(distinct h.user_id)::int, bool_or(a.words) from above a
    left join held h on h.post_id = a.at and h.role = 'district-commander' group by a.at
$$;
