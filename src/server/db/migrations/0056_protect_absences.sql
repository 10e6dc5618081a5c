-- protect: who stands in for whom, from day to day. A cover holds the same role by the very keys of the row; what it may see is widened
-- while the days last and by the clock alone, so it ends by itself.

create table protect_absence (
  id text primary key,
  user_id text not null references protect_user,
  grant_id text not null,
  role text not null,
  cover_id text not null references protect_user,
  cover_grant_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  set_by text not null,
  set_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  foreign key (grant_id, user_id, role) references protect_grant (id, user_id, role),
  foreign key (cover_grant_id, cover_id, role) references protect_grant (id, user_id, role),
  check (cover_id <> user_id),
  check (starts_at < ends_at and ends_at <= starts_at + interval '62 days')
);
comment on table protect_absence is 'Days on which one person of a role stands in for another of the same role.';
select ctx.tag('protect_absence', '{"none":["id","grant_id","role","cover_grant_id","starts_at","ends_at","set_at","ended_at"],"staff":["user_id","cover_id","set_by","ended_by"]}');
create index protect_absence_user on protect_absence (user_id, ends_at);
create index protect_absence_cover on protect_absence (cover_id, ends_at);
create index protect_absence_grant on protect_absence (grant_id, ends_at);
create index protect_absence_cover_grant on protect_absence (cover_grant_id, ends_at);

alter table protect_absence enable row level security;
alter table protect_absence force row level security;
do $$ begin execute format('create policy owner_works on protect_absence to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on protect_absence to salama_worker using (true) with check (true);
grant select (user_id, role, cover_id, starts_at, ends_at, ended_at) on protect_absence to salama_worker;
select ctx.guard('protect_absence');

-- The grant of this session and those it stands in for now. It does not go on from cover to cover.
create function ctx.held_grants() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(held.id), '{}') from (
    select (ctx.session()).grant_id as id
    union
    select a.grant_id from protect_absence a join protect_grant g on g.id = a.grant_id and (g.valid_to is null or g.valid_to > now())
    where a.cover_grant_id = (ctx.session()).grant_id and a.ended_at is null and a.starts_at <= now() and a.ends_at > now()
  ) as held where held.id is not null
$$;
create or replace function ctx.areas() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct a.id), '{}')
  from protect_grant g join know_area a on g.area_id = any(a.lineage) and a.id = a.scope_id
  where g.id = any((select ctx.held_grants())::text[]) and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
$$;
create or replace function ctx.posts() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive own as (
    select p.id, g.role, p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now()) as stands
    from protect_grant g join know_post p on p.id = g.post_id
    where g.id = any((select ctx.held_grants())::text[]) and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
      and p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now())
    union
    -- Through a closed post the chain goes on: those below it still have their district.
    select p.id, own.role, p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now())
    from know_post p join own on p.superior_id = own.id where own.role = 'district-commander'
  )
  select coalesce(array_agg(id), '{}') from own where stands
$$;

-- May whoever asks say that this person is away? Oneself; a coordinator for those within the own area; administration for everybody
-- but those who guard others, who say it themselves or, for protection, one another.
create function ctx.may_send_away(g protect_grant) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(
    (g.valid_to is null or g.valid_to > now()) and exists (select from protect_user u where u.id = g.user_id and u.state in ('active', 'locked'))
    and (g.user_id = ctx.user_id() or case ctx.role()
      when 'administrator' then g.role in ('coordinator', 'post-commander', 'district-commander', 'listener')
      when 'protection-officer' then g.role = 'protection-officer'
      when 'coordinator' then exists (
          select from protect_grant o join know_area a on a.id = g.area_id and o.area_id = any(a.lineage)
          where g.role = 'coordinator' and o.id = (ctx.session()).grant_id)
        or exists (select from know_post p where p.id = g.post_id and p.scope_id = any((select ctx.areas())::text[]))
      else false end), false)
$$;
-- May c stand in for g? The same role, somebody else, here; a post by one of its service in the same district or chain; an area by one
-- beside, above or within it; a language by one who speaks it.
create function ctx.may_cover(g protect_grant, c protect_grant) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(
    c.role = g.role and c.user_id <> g.user_id and c.valid_from <= now() and (c.valid_to is null or c.valid_to > now())
    and exists (select from protect_user u where u.id = c.user_id and u.state = 'active' and (u.leaves_at is null or u.leaves_at > now()))
    and case
      when g.post_id is not null then exists (
        select from know_post a join know_post b on b.service = a.service and b.active
          and (b.scope_id = a.scope_id or b.superior_id = a.superior_id or b.id = a.superior_id or b.superior_id = a.id)
        where a.id = g.post_id and b.id = c.post_id)
      when g.area_id is not null then exists (
        select from know_area a join know_area b on b.id = any(a.lineage) or a.id = any(b.lineage) or b.parent_id = a.parent_id
        where a.id = g.area_id and b.id = c.area_id)
      when g.language is not null then c.language = g.language
      else true end, false)
$$;

create function ctx.set_absence(absence text, away text, cover text, first_day date, last_day date, zone text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  g protect_grant;
  c protect_grant;
  starts constant timestamptz := first_day::timestamp at time zone zone;
  ends constant timestamptz := (last_day + 1)::timestamp at time zone zone;
begin
  -- One after the other: two who name each other at once must not both be away.
  perform from protect_grant k where k.id in (away, cover) order by k.id for update;
  select * into g from protect_grant k where k.id = away;
  select * into c from protect_grant k where k.id = cover;
  if g.id is null or not ctx.may_send_away(g) then return 'unknown'; end if;
  if ends <= now() or ends <= starts or ends > starts + interval '62 days' or starts > now() + interval '366 days' then return 'days'; end if;
  -- An administrator who is also something else does not make that something wider.
  if c.id is null or not ctx.may_cover(g, c) or (ctx.role() = 'administrator' and c.user_id = ctx.user_id()) then return 'no-cover'; end if;
  if exists (select from protect_absence a where a.grant_id = away and a.ended_at is null and a.starts_at < ends and a.ends_at > starts) then return 'overlaps'; end if;
  if exists (select from protect_absence a where a.user_id = c.user_id and a.ended_at is null and a.starts_at < ends and a.ends_at > starts) then return 'cover-away'; end if;
  insert into protect_absence (id, user_id, grant_id, role, cover_id, cover_grant_id, starts_at, ends_at, set_by, set_at)
    values (absence, g.user_id, g.id, g.role, c.user_id, c.id, starts, ends, ctx.user_id(), now());
  return 'set';
end $$;
-- Back sooner: whoever may send her away may say so, and whoever covers may step back.
create function ctx.end_absence(absence text) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  a protect_absence;
  g protect_grant;
begin
  select * into a from protect_absence k where k.id = absence and k.ended_at is null and k.ends_at > now() for update;
  if a.id is null then return null; end if;
  select * into g from protect_grant k where k.id = a.grant_id;
  if a.cover_id is distinct from ctx.user_id() and not ctx.may_send_away(g) then return null; end if;
  update protect_absence k set ended_at = now(), ended_by = ctx.user_id() where k.id = absence;
  return a.user_id;
end $$;
create function ctx.list_absences() returns table (
  id text, user_id text, name text, role text, scope text, language text, cover text, starts_at timestamptz, ends_at timestamptz,
  mine boolean, i_cover boolean, may_end boolean, area_ids text[], post_id text
) language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id, a.user_id, u.name, a.role, ctx.scope_name(g.area_id, g.post_id), g.language, c.name, a.starts_at, a.ends_at,
    a.user_id = ctx.user_id(), a.cover_id = ctx.user_id(), ctx.may_send_away(g) or a.cover_id = ctx.user_id(),
    case when a.cover_id = ctx.user_id() then array(select s.id from know_area s where g.area_id = any(s.lineage) and s.id = s.scope_id order by 1) else '{}' end,
    case when a.cover_id = ctx.user_id() then g.post_id end
  from protect_absence a join protect_grant g on g.id = a.grant_id join protect_user u on u.id = a.user_id join protect_user c on c.id = a.cover_id
  where a.ended_at is null and a.ends_at > now()
    and (a.user_id = ctx.user_id() or a.cover_id = ctx.user_id() or ctx.role() in ('administrator', 'auditor') or ctx.may_send_away(g))
  order by a.starts_at, a.id limit 200
$$;
-- Whose absence may be said here, and by whom one person could be covered: an empty row when by nobody, no row when it is not to be
-- asked here. Names of colleagues only.
create function ctx.list_team(letters text) returns table (grant_id text, name text, role text, scope text, language text, mine boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.id, u.name, g.role, ctx.scope_name(g.area_id, g.post_id), g.language, g.user_id = ctx.user_id()
  from protect_grant g join protect_user u on u.id = g.user_id
  where unaccent(lower(u.name)) like letters and ctx.may_send_away(g)
  order by g.user_id <> ctx.user_id(), u.name, g.id limit 100
$$;
create function ctx.list_covers(away text) returns table (grant_id text, name text, role text, scope text, language text, mine boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, u.name, c.role, ctx.scope_name(c.area_id, c.post_id), c.language, c.user_id = ctx.user_id()
  from protect_grant g
    left join protect_grant c on c.role = g.role and ctx.may_cover(g, c) and not (ctx.role() = 'administrator' and c.user_id = ctx.user_id())
    left join protect_user u on u.id = c.user_id
  where g.id = away and ctx.may_send_away(g)
  order by u.name, c.id limit 100
$$;
-- Whose taken work may be taken over: of those this session stands in for, and of those who are not here any more.
create function ctx.replaceable() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct t.taken_by), '{}') from know_todo t join protect_user u on u.id = t.taken_by
  where t.state = 'taken' and (
    u.state in ('locked', 'revoked') or u.leaves_at <= now()
    or exists (select from protect_absence a where a.user_id = u.id and a.cover_grant_id = (ctx.session()).grant_id
      and a.ended_at is null and a.starts_at <= now() and a.ends_at > now()))
$$;
create index know_todo_taken on know_todo (taken_by) where state = 'taken';

revoke execute on function ctx.held_grants(), ctx.may_send_away(protect_grant), ctx.may_cover(protect_grant, protect_grant),
  ctx.set_absence(text, text, text, date, date, text), ctx.end_absence(text), ctx.list_absences(), ctx.list_team(text), ctx.list_covers(text), ctx.replaceable() from public;
grant execute on function ctx.set_absence(text, text, text, date, date, text), ctx.end_absence(text), ctx.list_absences(), ctx.list_team(text), ctx.list_covers(text)
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
grant execute on function ctx.replaceable() to salama_coordinator, salama_protection, salama_listener, salama_administrator, salama_worker;
