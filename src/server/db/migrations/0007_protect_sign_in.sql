-- protect: signing in. A request of nobody (class door) may do only what it needs, and what no single administrator may do is refused
-- by the database too, not only by the deeds (protection.md R13).

-- A session lives while its token is neither revoked, expired nor idle, its user not revoked and its grant still held.
create or replace function ctx.session() returns protect_session language sql stable security definer set search_path = pg_catalog, public as $$
  select s from protect_session s
    join protect_user u on u.id = s.user_id and u.state <> 'revoked'
    join protect_grant g on g.id = s.grant_id and (g.valid_to is null or g.valid_to > now())
  where s.token_hash = sha256(convert_to(nullif(current_setting('salama.token', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now() and s.seen_at > now() - interval '31 minutes'
$$;

-- Resolves a token in one round trip and keeps it awake: idle after 30 minutes, written at most once a minute.
create function ctx.find_person(hash bytea, at timestamptz) returns table (user_id text, grant_id text, role text)
language sql volatile security definer set search_path = pg_catalog, public as $$
  with live as (
    select s.token_hash, s.user_id, s.grant_id, s.role, s.seen_at from protect_session s
      join protect_user u on u.id = s.user_id and u.state = 'active'
      join protect_grant g on g.id = s.grant_id and (g.valid_to is null or g.valid_to > $2)
    where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.seen_at > $2 - interval '30 minutes'
  ), seen as (
    update protect_session s set seen_at = $2 from live where s.token_hash = live.token_hash and live.seen_at < $2 - interval '1 minute'
  )
  select live.user_id, live.grant_id, live.role from live
$$;
revoke execute on function ctx.find_person(bytea, timestamptz) from public;
grant execute on function ctx.find_person(bytea, timestamptz) to salama_web, salama_door;

-- A session is of exactly one of its user's grants.
alter table protect_grant add constraint protect_grant_whole unique (id, user_id, role);
alter table protect_session add constraint protect_session_grant_whole foreign key (grant_id, user_id, role) references protect_grant (id, user_id, role);

-- The class a request takes on must be the class of its session: a forged or foreign token sees and writes nothing, in no table.
create function ctx.class() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select case ctx.role()
    when 'coordinator' then 'salama_coordinator'
    when 'post-commander' then 'salama_post'
    when 'district-commander' then 'salama_post'
    when 'protection-officer' then 'salama_protection'
    when 'listener' then 'salama_listener'
    when 'auditor' then 'salama_auditor'
    when 'administrator' then 'salama_administrator'
  end
$$;
revoke execute on function ctx.class() from public;
grant execute on function ctx.class() to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
-- For every table, also those of later migrations: `select ctx.guard('room_table')`.
create function ctx.guard(relation regclass) returns void language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('create policy class_agrees on %s as restrictive to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator using (current_user = (select ctx.class()))', relation);
end $$;
revoke execute on function ctx.guard(regclass) from public;
select ctx.guard(format('%I', tablename)::regclass) from pg_tables where schemaname = 'public' and rowsecurity;

-- What a role is over, in words. The names of areas and posts are public within the programme; protect asks for one at a time.
create function ctx.scope_name(area text, post text) returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select p.name from know_post p where p.id = post), (select a.name from know_area a where a.id = area and post is null))
$$;
revoke execute on function ctx.scope_name(text, text) from public;
grant execute on function ctx.scope_name(text, text) to salama_door, salama_administrator;

-- A grant comes from one invitation and carries its number (iv_x makes gr_x): the primary key makes it single-use. Roles that need two
-- people need a confirmer who is neither the inviter nor the invited; the first codes ('init') are the only exemption. The owner, at
-- set-up, is bound by the wall between the sides only.
create function ctx.check_grant() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  service constant text[] := array['post-commander', 'district-commander'];
  two_people constant text[] := array['administrator', 'protection-officer', 'auditor'];
  source protect_invitation;
begin
  if exists (select from protect_grant g where g.user_id = new.user_id and (g.role = any(service)) <> (new.role = any(service))) then
    raise exception 'police and programme roles never share a person' using errcode = 'check_violation', constraint = 'protect_grant_side';
  end if;
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  select * into source from protect_invitation i where i.id = 'iv' || substr(new.id, 3);
  if source.used_by is distinct from new.user_id
    or (source.role, source.area_id, source.post_id, source.language, source.own_council_id, source.invited_by, source.confirmed_by)
      is distinct from (new.role::text, new.area_id, new.post_id, new.language, new.own_council_id, new.granted_by, new.confirmed_by)
    or new.user_id = source.invited_by
  then
    raise exception 'a grant needs its invitation' using errcode = 'check_violation', constraint = 'protect_grant_invited';
  end if;
  if new.role = any(two_people) and source.invited_by <> 'init'
    and (source.confirmed_by is null or source.confirmed_by in (source.invited_by, new.user_id))
  then
    raise exception 'this role needs two people' using errcode = 'check_violation', constraint = 'protect_grant_two_people';
  end if;
  return new;
end $$;
revoke execute on function ctx.check_grant() from public;
create trigger protect_grant_checked before insert on protect_grant for each row execute function ctx.check_grant();
-- The first three codes belong to three people.
create unique index protect_invitation_first_once on protect_invitation (used_by) where invited_by = 'init';

-- The second person. Anyone whose own role took two people may be it: with one administrator alone there could never be a second.
create function ctx.confirm_invitation(invitation text) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  who constant text := ctx.user_id();
  waiting protect_invitation;
begin
  if who is null or ctx.role() not in ('administrator', 'protection-officer', 'auditor') then return 'unknown'; end if;
  select * into waiting from protect_invitation i
    where i.id = invitation and i.confirmed_by is null and i.used_by is null and i.expires_at > now()
      and i.role in ('administrator', 'protection-officer', 'auditor') and i.invited_by <> 'init' for update;
  if waiting.id is null then return 'unknown'; end if;
  if waiting.invited_by = who then return 'same-person'; end if;
  update protect_invitation i set confirmed_by = who where i.id = waiting.id;
  return 'confirmed';
end $$;
revoke execute on function ctx.confirm_invitation(text) from public;
grant execute on function ctx.confirm_invitation(text) to salama_administrator, salama_protection, salama_auditor;

-- Administrator: invites in the own name, ends, revokes. Makes no grant, confirms by no plain update, revives nothing.
revoke insert, update on protect_grant from salama_administrator;
grant update (valid_to) on protect_grant to salama_administrator;
drop policy administrator_works on protect_grant;
create policy administrator_sees on protect_grant for select to salama_administrator using (true);
create policy administrator_ends on protect_grant for update to salama_administrator using (valid_to is null) with check (valid_to is not null);
revoke insert, update on protect_invitation from salama_administrator;
grant insert (id, code_hash, role, area_id, post_id, language, own_council_id, invited_by, expires_at) on protect_invitation to salama_administrator;
drop policy administrator_works on protect_invitation;
create policy administrator_sees on protect_invitation for select to salama_administrator using (true);
create policy administrator_invites on protect_invitation for insert to salama_administrator with check (invited_by = (select ctx.user_id()));
drop policy administrator_sees on protect_user;
create policy administrator_sees on protect_user for select to salama_administrator using (true);
create policy administrator_revokes on protect_user for update to salama_administrator using (state <> 'revoked') with check (state = 'revoked');
drop policy administrator_works on protect_session;
create policy administrator_sees on protect_session for select to salama_administrator using (true);
create policy administrator_closes on protect_session for update to salama_administrator using (revoked_at is null) with check (revoked_at is not null);
grant select (user_id, seen_at, expires_at, revoked_at) on protect_session to salama_auditor;
create policy auditor_sees on protect_session for select to salama_auditor using (true);

-- The door: writes no invitation, changes no grant, brings no session back to life.
revoke insert, update on protect_invitation from salama_door;
grant update (used_by, used_at) on protect_invitation to salama_door;
revoke update on protect_grant, protect_user, protect_session, protect_recovery_code from salama_door;
grant update (name, password_hash, totp_secret_ct, totp_last_step, locale, state) on protect_user to salama_door;
grant update (revoked_at) on protect_session to salama_door;
grant update (used_at) on protect_recovery_code to salama_door;
grant delete on protect_throttle to salama_door;
create index protect_throttle_last on protect_throttle (last_at);
