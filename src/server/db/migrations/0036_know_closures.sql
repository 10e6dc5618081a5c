-- know: the switch that closes a post or a district at once. One person closes; two different people open again, and the database holds that.

create table know_closure (
  id text primary key,
  post_id text references know_post,
  area_id text references know_area,
  scope_id text not null,
  reason text not null check (reason in ('overrun', 'investigation', 'moved', 'no-people', 'other')),
  closed_at timestamptz not null,
  closed_by text not null,
  opening_asked_at timestamptz,
  opening_asked_by text,
  opened_at timestamptz,
  opened_by text,
  check ((post_id is null) <> (area_id is null)),
  check (opened_by is null or (opening_asked_by is not null and opened_by <> opening_asked_by))
);
comment on table know_closure is 'A post, or all posts of a district, switched off by one person; switched on again by one who asks and another who agrees.';
select ctx.tag('know_closure', '{"none":["id","post_id","area_id","scope_id","reason","closed_at","opening_asked_at","opened_at"],"staff":["closed_by","opening_asked_by","opened_by"]}');
create unique index know_closure_of_post on know_closure (post_id) where opened_at is null and post_id is not null;
create unique index know_closure_of_area on know_closure (area_id) where opened_at is null and area_id is not null;
create index know_closure_open on know_closure (closed_at desc, id) where opened_at is null;
create index know_closure_post on know_closure (post_id);
create index know_closure_area on know_closure (area_id);

alter table know_post add column closure_id text references know_closure;
select ctx.tag('know_post', '{"none":["closure_id"]}');
create index know_post_closure on know_post (closure_id) where closure_id is not null;

alter table know_closure enable row level security;
alter table know_closure force row level security;
do $$ begin execute format('create policy owner_works on know_closure to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_closure to salama_worker using (true) with check (true);
select ctx.guard('know_closure');
grant select (closure_id) on know_post to salama_coordinator, salama_administrator;
grant select on know_closure to salama_worker, salama_coordinator, salama_administrator;
create policy coordinator_sees on know_closure for select to salama_coordinator using (scope_id = any((select ctx.areas())::text[]));
create policy administrator_sees on know_closure for select to salama_administrator using (true);

-- Who may work the switch of a scope: a coordinator of that area, or an administrator.
create function ctx.may_close(scope text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(case ctx.role() when 'administrator' then true when 'coordinator' then scope = any(ctx.areas()) end, false)
$$;
-- The posts that are closed by it, those that were closed already left out; null when there is nothing of that name that the caller may close.
create function ctx.close_post(closure text, post text, why text, at timestamptz) returns text[] language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare scope text;
begin
  select p.scope_id into scope from know_post p where p.id = post;
  if scope is null or not ctx.may_close(scope) then return null; end if;
  insert into know_closure (id, post_id, scope_id, reason, closed_at, closed_by)
    values (closure, post, scope, why, at, ctx.user_id()) on conflict do nothing;
  if not found then return '{}'; end if;
  update know_post p set active = false, closure_id = closure where p.id = post;
  return array[post];
end $$;
create function ctx.close_district(closure text, district text, why text, at timestamptz) returns text[] language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare closed text[];
begin
  if not exists (select from know_area a where a.id = district and a.kind = 'district') or not ctx.may_close(district) then return null; end if;
  insert into know_closure (id, area_id, scope_id, reason, closed_at, closed_by)
    values (closure, district, district, why, at, ctx.user_id()) on conflict do nothing;
  if not found then return '{}'; end if;
  with shut as (
    update know_post p set active = false, closure_id = closure where p.scope_id = district and p.active returning p.id
  ) select coalesce(array_agg(id order by id), '{}') into closed from shut;
  return closed;
end $$;
-- Who asks and who agrees are two people: `same-person` otherwise. Asking again is no fault; the first who asked stays the one who asked.
create function ctx.ask_opening(closure text, at timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare c know_closure;
begin
  select * into c from know_closure k where k.id = closure and k.opened_at is null for update;
  if c.id is null or not ctx.may_close(c.scope_id) then return 'unknown'; end if;
  if c.opening_asked_by is not null then return 'asked'; end if;
  update know_closure k set opening_asked_at = at, opening_asked_by = ctx.user_id() where k.id = closure;
  return 'now-asked';
end $$;
create function ctx.agree_opening(closure text, at timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare c know_closure;
begin
  select * into c from know_closure k where k.id = closure and k.opened_at is null for update;
  if c.id is null or not ctx.may_close(c.scope_id) then return 'unknown'; end if;
  if c.opening_asked_by is null then return 'not-asked'; end if;
  if c.opening_asked_by = ctx.user_id() then return 'same-person'; end if;
  update know_closure k set opened_at = at, opened_by = ctx.user_id() where k.id = closure;
  update know_post p set active = true, closure_id = null where p.closure_id = closure;
  return 'opened';
end $$;
-- The people of a closed post: their sessions end. Of a post that stands, nobody's does.
create function ctx.end_sessions_of(post text) returns int language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare ended int;
begin
  update protect_session s set revoked_at = now() from protect_grant g, know_post p
    where p.id = post and not p.active and g.post_id = p.id and s.grant_id = g.id and s.revoked_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
revoke execute on function ctx.may_close(text), ctx.close_post(text, text, text, timestamptz), ctx.close_district(text, text, text, timestamptz),
  ctx.ask_opening(text, timestamptz), ctx.agree_opening(text, timestamptz), ctx.end_sessions_of(text) from public;
grant execute on function ctx.close_post(text, text, text, timestamptz), ctx.close_district(text, text, text, timestamptz),
  ctx.ask_opening(text, timestamptz), ctx.agree_opening(text, timestamptz) to salama_coordinator, salama_administrator;
grant execute on function ctx.end_sessions_of(text) to salama_worker;

-- One more thing that waits for a person: the second one, before a closed post opens again.
do $$ declare was text; begin
  select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = 'know_todo_kind_check';
  execute 'alter table know_todo drop constraint know_todo_kind_check, add constraint know_todo_kind_check '
    || replace(was, '''call-back''::text', '''call-back''::text, ''reopen''::text');
end $$;
