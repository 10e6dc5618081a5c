-- protect: the people as administration meets them. A code can be taken back, an account locked and brought back by a new code, and an
-- end set for a day to come. One administrator may shut a door alone; opening it again for whoever guards others takes two people.

alter table protect_user drop constraint protect_user_state_check;
alter table protect_user add constraint protect_user_state_check check (state in ('invited', 'active', 'locked', 'revoked'));
alter table protect_user add column leaves_at timestamptz;
select ctx.tag('protect_user', '{"none":["leaves_at"]}');
grant select (leaves_at) on protect_user to salama_administrator, salama_auditor, salama_worker;
create index protect_user_name on protect_user (name, id);

create table protect_reset (
  id text primary key,
  user_id text not null references protect_user,
  kind text not null check (kind in ('password', 'second-factor')),
  code_hash bytea not null unique,
  asked_by text not null,
  asked_at timestamptz not null,
  two_people boolean not null,
  confirmed_by text,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (asked_by <> user_id and confirmed_by is distinct from asked_by and confirmed_by is distinct from user_id),
  check (used_at is null or not two_people or confirmed_by is not null)
);
comment on table protect_reset is 'A single-use way back for one person whose password or second factor is gone. The other of the two must still be proved.';
select ctx.tag('protect_reset', '{"none":["id","user_id","kind","asked_at","two_people","expires_at","used_at"],"staff":["asked_by","confirmed_by"],"secret":["code_hash"]}');
create index protect_reset_user on protect_reset (user_id);
create unique index protect_reset_open on protect_reset (user_id) where used_at is null;

alter table protect_reset enable row level security;
alter table protect_reset force row level security;
do $$ begin execute format('create policy owner_works on protect_reset to %I using (true) with check (true)', current_user); end $$;
create policy door_works on protect_reset to salama_door using (true) with check (true);
select ctx.guard('protect_reset');
grant select, update (used_at) on protect_reset to salama_door;

-- Whoever is locked comes back by a code that was used, and by nothing else; not even the door says so by itself.
create function ctx.check_return() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if exists (select from protect_reset r where r.user_id = new.id and r.used_at is null)
    or not exists (select from protect_reset r where r.user_id = new.id and r.used_at is not null) then
    raise exception 'a locked account needs its code' using errcode = 'check_violation', constraint = 'protect_user_return';
  end if;
  return new;
end $$;
revoke execute on function ctx.check_return() from public;
create trigger protect_user_returned before update of state on protect_user for each row
  when (old.state = 'locked' and new.state in ('active', 'invited')) execute function ctx.check_return();

-- May this person's access be shortened by whoever asks? One after the other, and never so that no administrator is left.
create function ctx.check_ending(person text) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform from protect_grant g where g.role = 'administrator' and (g.valid_to is null or g.valid_to > now()) order by g.id for update;
  -- Asked after the lock: who was revoked or locked while waiting shortens nobody's any more.
  if ctx.role() is distinct from 'administrator' or person = ctx.user_id() then return 'denied'; end if;
  if not exists (select from protect_user u where u.id = person) then return 'unknown'; end if;
  if not exists (
    select from protect_grant g join protect_user u on u.id = g.user_id and u.state = 'active'
    where g.role = 'administrator' and g.valid_to is null and u.id <> person
  ) then return 'last-administrator'; end if;
  return 'may';
end $$;

-- Locks a person at once: sessions end, the lost half of the proof is forgotten, and a new code stands for it. Both halves lost is a
-- new person: else one administrator could open another's account.
create function ctx.lock_user(reset text, person text, lost text, hash bytea, until timestamptz) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  may constant text := ctx.check_ending(person);
  guards boolean;
begin
  if may <> 'may' then return may; end if;
  if not exists (select from protect_user u where u.id = person and u.state in ('active', 'locked') and (u.leaves_at is null or u.leaves_at > now())) then
    return 'unknown';
  end if;
  if exists (select from protect_reset r where r.user_id = person and r.used_at is null and r.kind <> lost) then return 'both-lost'; end if;
  delete from protect_reset r where r.user_id = person and r.used_at is null;
  update protect_session s set revoked_at = now() where s.user_id = person and s.revoked_at is null;
  if lost = 'password' then
    update protect_user u set state = 'locked', password_hash = null where u.id = person;
  else
    update protect_user u set state = 'locked', totp_secret_ct = null, totp_last_step = null where u.id = person;
    update protect_recovery_code c set used_at = now() where c.user_id = person and c.used_at is null;
  end if;
  guards := exists (select from protect_grant g where g.user_id = person and g.role in ('administrator', 'protection-officer', 'auditor'));
  insert into protect_reset (id, user_id, kind, code_hash, asked_by, asked_at, two_people, expires_at)
    values (reset, person, lost, hash, ctx.user_id(), now(), guards, until);
  return case when guards then 'locked-for-two' else 'locked' end;
end $$;

-- The second person of a reset: any of the three roles that took two people, neither who asked nor whom it is about.
create function ctx.confirm_reset(reset text) returns table (outcome text, about text) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  who constant text := ctx.user_id();
  waiting protect_reset;
begin
  if who is null or ctx.role() not in ('administrator', 'protection-officer', 'auditor') then return query select 'unknown', null::text; return; end if;
  select * into waiting from protect_reset r
    where r.id = reset and r.two_people and r.confirmed_by is null and r.used_at is null and r.expires_at > now() for update;
  if waiting.id is null then return query select 'unknown', null::text; return; end if;
  if who in (waiting.asked_by, waiting.user_id) then return query select 'same-person', null::text; return; end if;
  update protect_reset r set confirmed_by = who where r.id = waiting.id;
  return query select 'confirmed', waiting.user_id;
end $$;

-- The last moment of somebody's access, set ahead; null takes it back as long as it has not come.
create function ctx.plan_leaving(person text, at timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  may constant text := ctx.check_ending(person);
  former timestamptz;
begin
  if may <> 'may' then return may; end if;
  select u.leaves_at into former from protect_user u
    where u.id = person and u.state <> 'revoked' and (u.leaves_at is null or u.leaves_at > now()) for update;
  if not found or at <= now() then return 'unknown'; end if;
  update protect_grant g set valid_to = at where g.user_id = person and (g.valid_to is null or g.valid_to = former);
  update protect_user u set leaves_at = at where u.id = person;
  return 'planned';
end $$;

-- What waits for a second person, for those who may be it.
create function ctx.list_confirmable() returns table (id text, kind text, role text, person text, asked_by text, mine boolean, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select * from (
    select i.id, 'invitation', i.role, null, u.name, i.invited_by = ctx.user_id(), i.expires_at as until
      from protect_invitation i join protect_user u on u.id = i.invited_by and u.state = 'active'
      where i.confirmed_by is null and i.used_by is null and i.expires_at > now() and i.role in ('administrator', 'protection-officer', 'auditor')
    union all
    select r.id, r.kind, null, p.name, u.name, r.asked_by = ctx.user_id(), r.expires_at
      from protect_reset r join protect_user u on u.id = r.asked_by join protect_user p on p.id = r.user_id
      where r.two_people and r.confirmed_by is null and r.used_at is null and r.expires_at > now() and r.user_id <> ctx.user_id()
  ) as waiting
  where ctx.role() in ('administrator', 'protection-officer', 'auditor')
  order by until, 1 limit 100
$$;
-- The grants that reach into an area: over it, over what it lies in, over what lies in it, or over a post there.
create function ctx.grants_in(area text) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(g.id), '{}') from protect_grant g
    left join know_post p on p.id = g.post_id left join know_area a on a.id = coalesce(p.area_id, g.area_id)
    join know_area d on d.id = area
  where a.id = any(d.lineage) and g.post_id is null or d.id = any(a.lineage)
$$;
revoke execute on function ctx.check_ending(text), ctx.lock_user(text, text, text, bytea, timestamptz), ctx.confirm_reset(text),
  ctx.plan_leaving(text, timestamptz), ctx.list_confirmable(), ctx.grants_in(text) from public;
grant execute on function ctx.check_ending(text), ctx.lock_user(text, text, text, bytea, timestamptz), ctx.plan_leaving(text, timestamptz) to salama_administrator;
grant execute on function ctx.confirm_reset(text), ctx.list_confirmable() to salama_administrator, salama_protection, salama_auditor;
grant execute on function ctx.grants_in(text), ctx.scope_name(text, text) to salama_administrator, salama_auditor;

-- Taking a code back; the first three of `salama init` are nobody's to take back.
grant update (expires_at) on protect_invitation to salama_administrator;
create policy administrator_cancels on protect_invitation for update to salama_administrator
  using (expires_at > now() and invited_by <> 'init') with check (expires_at <= now());
grant select (id, role, area_id, post_id, language, own_council_id, invited_by, confirmed_by, expires_at, used_by, used_at) on protect_invitation to salama_auditor;
create policy auditor_sees on protect_invitation for select to salama_auditor using (true);
-- An end set for a day to come may come sooner, now.
drop policy administrator_ends on protect_grant;
create policy administrator_ends on protect_grant for update to salama_administrator
  using (valid_to is null or valid_to > now()) with check (valid_to <= now());
