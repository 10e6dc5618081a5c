-- respond: until when a person, in each of her roles, has looked at the bell. Her own row and nobody else's.
create table respond_bell (
  user_id text not null references protect_user,
  role text not null check (role in ('administrator', 'coordinator', 'post-commander', 'district-commander', 'protection-officer', 'listener', 'auditor')),
  looked_at timestamptz not null,
  primary key (user_id, role)
);
comment on table respond_bell is 'Until when a person, in a role, has looked at what waits for her: what came later is new to her.';
select ctx.tag('respond_bell', '{"none":["role","looked_at"],"staff":["user_id"]}');
alter table respond_bell enable row level security;
alter table respond_bell force row level security;
do $$ begin execute format('create policy owner_works on respond_bell to %I using (true) with check (true)', current_user); end $$;
grant select (user_id, role, looked_at), insert, update (looked_at) on respond_bell
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
create policy own_look on respond_bell
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator
  using (user_id = (select ctx.user_id()) and role = (select ctx.role()))
  with check (user_id = (select ctx.user_id()) and role = (select ctx.role()));
select ctx.guard('respond_bell');

-- protect: what a page asks by itself is no sign that somebody sits before it, and keeps no session awake.
drop function ctx.find_person(bytea, timestamptz);
create function ctx.find_person(hash bytea, at timestamptz, by_hand boolean) returns table (user_id text, grant_id text, role text)
language sql volatile security definer set search_path = pg_catalog, public as $$
  with live as (
    select s.token_hash, s.user_id, s.grant_id, s.role, s.seen_at from protect_session s
      join protect_user u on u.id = s.user_id and u.state = 'active'
      join protect_grant g on g.id = s.grant_id and (g.valid_to is null or g.valid_to > $2)
    where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.seen_at > $2 - interval '30 minutes'
  ), seen as (
    update protect_session s set seen_at = $2 from live
    where $3 and s.token_hash = live.token_hash and live.seen_at < $2 - interval '1 minute'
  )
  select live.user_id, live.grant_id, live.role from live
$$;
revoke execute on function ctx.find_person(bytea, timestamptz, boolean) from public;
grant execute on function ctx.find_person(bytea, timestamptz, boolean) to salama_web, salama_door;
