-- know: types switched on and off by area, and whether anybody answers for them there. No referral, no question.

-- Who may answer for a type: posts, the coordinator herself, or services of the directory by kind. And how it stands where nobody has switched it.
alter table know_type
  drop column enabled,
  add column answered_by text[] not null default '{post}',
  add column usual text not null default 'on' check (usual in ('on', 'on-without-police', 'off'));
select ctx.tag('know_type', '{"none":["answered_by","usual"]}');
update know_type set
  answered_by = case
    when code = 'J04' then '{coordinator}'
    when lane = 'oversight' then '{oversight}'
    when code = 'E05' then '{trafficking}'
    when class_code = 'E' then '{child,social}'
    when code = 'D05' then '{social,legal,safety}'
    when class_code = 'D' then '{medical,psychosocial,safety}'
    when lane = 'protection' then '{legal,social,safety}'
    else '{post}' end::text[],
  usual = case when code in ('G02', 'H05') then 'on-without-police' else 'on' end;

create table know_type_switch (
  id text primary key,
  deed_id text not null,
  area_id text not null references know_area,
  type_code text not null references know_type,
  state text not null check (state in ('on', 'on-without-police', 'off', 'inherit')),
  valid_from timestamptz not null,
  at timestamptz not null,
  by text not null
);
comment on table know_type_switch is 'Types switched in an area from a moment on, by whom; the nearest area wins, then the newest. Rows are added, never changed.';
select ctx.tag('know_type_switch', '{"none":["id","deed_id","area_id","type_code","state","valid_from","at"],"staff":["by"]}');
create index know_type_switch_at on know_type_switch (area_id, type_code, valid_from desc, at desc);
create index know_type_switch_type on know_type_switch (type_code);
create index know_type_switch_deed on know_type_switch (deed_id);
alter table know_type_switch enable row level security;
alter table know_type_switch force row level security;
do $$ begin execute format('create policy owner_works on know_type_switch to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_type_switch to salama_worker using (true) with check (true);
select ctx.guard('know_type_switch');
grant select on know_type_switch to salama_worker;
grant select, insert, delete on know_type_switch to salama_coordinator, salama_protection, salama_administrator;
create policy keepers_see on know_type_switch for select to salama_coordinator, salama_protection, salama_administrator using (true);
-- A post that hands over must not hand to police what is kept from police there; who switched it is not a post's to read.
grant select (id, area_id, type_code, state, valid_from, at) on know_type_switch to salama_post;
create policy post_reads on know_type_switch for select to salama_post using (true);
create policy administrator_switches on know_type_switch for insert to salama_administrator with check (by = (select ctx.user_id()));
create policy coordinator_switches on know_type_switch for insert to salama_coordinator
  with check (by = (select ctx.user_id())
    and exists (select from know_area a where a.id = area_id and a.scope_id = any((select ctx.areas())::text[]))
    and exists (select from know_type t where t.code = type_code and t.lane = 'ordinary'));
create policy officer_switches on know_type_switch for insert to salama_protection
  with check (by = (select ctx.user_id()) and exists (select from know_type t where t.code = type_code and t.lane <> 'ordinary'));
-- Undo: the one who switched, within the ten seconds and a little.
create policy keepers_take_back on know_type_switch for delete to salama_coordinator, salama_protection, salama_administrator
  using (by = (select ctx.user_id()) and at > now() - interval '1 minute');

-- How every type stands in these areas at a moment: its switch, the area that says so, and whether anybody answers for it there, in a
-- part of it or in a wider area; without areas, anywhere in the country. No name of a service leaves it: that a shelter stands somewhere may be known, not which.
create function ctx.type_states(areas text[], at_moment timestamptz, today date)
returns table (area_id text, type_code text, state text, set_in text, answered boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  with place as materialized (select a.id, a.lineage from know_area a where a.id = any(areas) or (areas is null and a.parent_id is null)),
  told as (
    select distinct on (w.area_id, w.type_code) w.area_id, w.type_code, w.state
    from know_type_switch w where w.valid_from <= at_moment order by w.area_id, w.type_code, w.valid_from desc, w.at desc, w.id
  ),
  nearest as (
    select distinct on (p.id, w.type_code) p.id, w.type_code, w.state, w.area_id
    from place p join told w on w.area_id = any(p.lineage)
    where w.state <> 'inherit' order by p.id, w.type_code, array_position(p.lineage, w.area_id) desc
  ),
  answering as materialized (
    select p.id, t.code, bool_or(o.service not in ('police', 'border', 'investigation')) as beside_police
    from know_responsibility r
    join know_post o on o.id = r.post_id and o.active and o.valid_from <= at_moment and (o.valid_to is null or o.valid_to > at_moment)
    join know_area ra on ra.id = r.area_id
    join place p on r.area_id = any(p.lineage) or p.id = any(ra.lineage)
    join know_type t on t.code = r.type_code or (r.type_code is null and t.class_code = r.class_code)
    where r.lane = 'ordinary' and r.valid_from <= at_moment and (r.valid_to is null or r.valid_to > at_moment)
    group by p.id, t.code
  ),
  serving as materialized (
    select p.id, array_agg(distinct v.kind) as kinds
    from know_referral_service v join place p
      on v.area_ids && p.lineage or exists (select from know_area va where va.id = any(v.area_ids) and p.id = any(va.lineage))
    where v.from_day <= today and (v.to_day is null or v.to_day >= today)
    group by p.id
  )
  select p.id, t.code, coalesce(n.state, t.usual), n.area_id,
    case when 'coordinator' = any(t.answered_by) then true
      when t.lane <> 'ordinary' then coalesce(s.kinds && t.answered_by, false)
      when coalesce(n.state, t.usual) = 'on' then a.id is not null
      else coalesce(a.beside_police, false) end
  from place p cross join know_type t
  left join nearest n on n.id = p.id and n.type_code = t.code
  left join answering a on a.id = p.id and a.code = t.code
  left join serving s on s.id = p.id
$$;
revoke execute on function ctx.type_states(text[], timestamptz, date) from public;
grant execute on function ctx.type_states(text[], timestamptz, date) to salama_intake, salama_worker, salama_door,
  salama_coordinator, salama_protection, salama_administrator;
