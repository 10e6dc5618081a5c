-- A command reads what lies below it within a district. A provincial or national command reads aggregates, and a brief only when it
-- was brought before it (decisions.md 9): until now whoever led one read every brief of its whole chain.
create function ctx.is_of_a_district(p know_post) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (select from know_area a where a.id = p.scope_id and a.kind not in ('country', 'province'))
$$;
revoke execute on function ctx.is_of_a_district(know_post) from public;

create or replace function ctx.posts() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive own as (
    select p.id, g.role, p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now()) as stands,
      ctx.is_of_a_district(p) as leads
    from protect_grant g join know_post p on p.id = g.post_id
    where g.id = any((select ctx.held_grants())::text[]) and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
      and p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now())
    union
    -- Through a closed post the chain goes on: those below it still have their district.
    select p.id, own.role, p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now()), true
    from know_post p join own on p.superior_id = own.id where own.role = 'district-commander' and own.leads
  )
  select coalesce(array_agg(id), '{}') from own where stands
$$;

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
      select s.id as at, r.words from reader r join know_post p on p.id = r.at
        join know_post s on s.id = p.superior_id and ctx.is_of_a_district(s)
      union
      select s.id, a.words from above a join know_post p on p.id = a.at
        join know_post s on s.id = p.superior_id and ctx.is_of_a_district(s))
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
