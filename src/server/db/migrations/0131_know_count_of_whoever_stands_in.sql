-- know: the daily count is what the screen shows. Whoever stands in finds what the one who is away had taken; a listener who stands in for
-- another still hears nothing of her own council.
create or replace function ctx.count_waiting(person text, at timestamptz) returns table (waiting int, late int)
language sql stable security definer set search_path = pg_catalog, public as $$
  with held as (
    select g.*, g.id as by_grant from protect_grant g where g.user_id = person
    union
    select g.*, a.cover_grant_id from protect_absence a join protect_grant g on g.id = a.grant_id
    where a.cover_id = person and a.role <> 'listener' and a.ended_at is null and a.starts_at <= at and a.ends_at > at
  ), mine as (
    select distinct t.id, t.due_at from held h join know_todo t on t.role = h.role and t.state <> 'done'
    where h.valid_from <= at and (h.valid_to is null or h.valid_to > at)
      and case h.role
        when 'coordinator' then t.lane = 'ordinary' and (t.scope_id is null
          or exists (select from know_area s where s.id = t.scope_id and s.id = s.scope_id and h.area_id = any(s.lineage)))
        when 'listener' then t.language = h.language and (t.council_id is null or t.council_id is distinct from h.own_council_id)
        else h.role in ('protection-officer', 'administrator') end
      and (t.state = 'open' or t.taken_by = person
        or exists (select from protect_user u where u.id = t.taken_by and (u.state in ('locked', 'revoked') or u.leaves_at <= at))
        or exists (select from protect_absence a where a.user_id = t.taken_by and a.cover_grant_id = h.by_grant
          and a.ended_at is null and a.starts_at <= at and a.ends_at > at))
  )
  select count(*)::int, (count(*) filter (where due_at < at))::int from mine
$$;
