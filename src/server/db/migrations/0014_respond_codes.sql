-- respond: a teller's code opens what may be told her again; undo keeps the deed's own clock; a pair of likenesses follows its concern.

-- Her code: how old it is, and who tries codes how often. `asker` is a keyed hash (of a network or a phone), never either.
alter table respond_telling add column code_made_at timestamptz;
update respond_telling set code_made_at = joined_at where code_hash is not null;
select ctx.tag('respond_telling', '{"none":["code_made_at"]}');

create table respond_code_try (
  asker bytea primary key,
  tries int not null,
  since timestamptz not null
);
comment on table respond_code_try is 'Wrong codes in the running hour, by keyed asker; the empty key counts them all. Outlives a restart.';
select ctx.tag('respond_code_try', '{"pseudonym":["asker"],"none":["tries","since"]}');
create index respond_code_try_since on respond_code_try (since);
alter table respond_code_try enable row level security;
alter table respond_code_try force row level security;
do $$ begin execute format('create policy owner_works on respond_code_try to %I using (true) with check (true)', current_user); end $$;
select ctx.guard('respond_code_try');

create function ctx.count_code_try(who bytea, at timestamptz) returns int language sql volatile set search_path = pg_catalog, public as $$
  insert into respond_code_try as t (asker, tries, since) values (who, 1, at)
  on conflict (asker) do update set
    tries = case when t.since < at - interval '1 hour' then 1 else t.tries + 1 end,
    since = case when t.since < at - interval '1 hour' then at else t.since end
  returning tries
$$;
revoke execute on function ctx.count_code_try(bytea, timestamptz) from public;

-- Every try is counted before it is judged, and given back when it was right. The same work whether the code is known, too old or nonsense:
-- one keyed hash sought in one index. What comes back names no id, no type and no place.
create function ctx.find_by_code(hash bytea, who bytea, asked_at timestamptz)
returns table (outcome text, state text, answer_code text, language text, told_on date, answered_at timestamptz, closed_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  -- A caller can only make it later: nothing that has run out comes back.
  moment constant timestamptz := greatest(now(), asked_at);
begin
  delete from respond_code_try t where t.since < moment - interval '1 day';
  -- Always in this order, so that two who ask at once do not wait for each other for ever.
  if ctx.count_code_try('', moment) > 5000 or ctx.count_code_try(who, moment) > 10 then
    return query select 'slow-down', null::text, null::text, null::text, null::date, null::timestamptz, null::timestamptz;
    return;
  end if;
  return query
    select 'found', c.state, t.answer_code, k.language, c.told_on, t.answered_at, c.closed_at
    from respond_telling t join respond_concern c on c.id = t.concern_id join protect_contact k on k.id = t.contact_id
    where t.code_hash = hash and t.withdrawn_at is null
      and t.code_made_at > moment - interval '400 days' and (c.closed_at is null or c.closed_at > moment - interval '30 days');
  if found then
    update respond_code_try t set tries = greatest(t.tries - 1, 0) where t.asker in ('', who);
  else
    return query select 'unknown', null::text, null::text, null::text, null::date, null::timestamptz, null::timestamptz;
  end if;
end $$;
revoke execute on function ctx.find_by_code(bytea, bytea, timestamptz) from public;
grant execute on function ctx.find_by_code(bytea, bytea, timestamptz) to salama_door, salama_worker, salama_coordinator, salama_protection;

-- Undo: ten seconds by the deed's own clock. A caller can only make the ten seconds shorter, never longer.
drop function ctx.call_back(text);
create function ctx.call_back(deed text, asked_at timestamptz) returns int language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  moment constant timestamptz := greatest(now(), asked_at);
  called int;
begin
  if not exists (select from journal j where j.id = deed and j.actor = ctx.user_id() and j.at > moment - interval '10 seconds') then return -1; end if;
  if exists (select from task t where t.journal_id = deed and (t.attempts > 0 or t.lease_until is not null)) then return -1; end if;
  delete from task t where t.journal_id = deed;
  get diagnostics called = row_count;
  return called;
end $$;
revoke execute on function ctx.call_back(text, timestamptz) from public;
grant execute on function ctx.call_back(text, timestamptz) to salama_coordinator, salama_post, salama_protection;

drop function ctx.unplace(text);
create function ctx.unplace(deed text, asked_at timestamptz) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  moment constant timestamptz := greatest(now(), asked_at);
  placed journal;
begin
  select * into placed from journal j
    where j.id = deed and j.actor = ctx.user_id() and j.event = 'concern.placed' and j.at > moment - interval '10 seconds';
  if placed.id is null then return false; end if;
  update respond_concern c set area_id = placed.payload ->> 'from', scope_id = placed.scope_id, place_by = placed.payload ->> 'by'
    where c.id = placed.subject_id and c.area_id = placed.payload ->> 'to' and c.place_by = 'coordinator' and c.lane = placed.lane;
  if not found then return false; end if;
  update respond_telling t set scope_id = placed.scope_id where t.concern_id = placed.subject_id;
  update respond_duplicate d set scope_id = placed.scope_id where d.concern_id = placed.subject_id;
  update know_todo t set scope_id = placed.scope_id where t.subject_id = placed.subject_id and t.state <> 'done';
  return true;
end $$;
revoke execute on function ctx.unplace(text, timestamptz) from public;
grant execute on function ctx.unplace(text, timestamptz) to salama_coordinator, salama_protection;

-- Placed in another district, a concern takes its pairs along: they are read by the coordinator who now has it.
create or replace function ctx.move_area(concern text, to_area text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare scope text;
begin
  select a.scope_id into scope from know_area a where a.id = to_area;
  if scope is null then return false; end if;
  update respond_concern c set area_id = to_area, scope_id = scope, place_by = 'coordinator' where c.id = concern and ctx.may_move(c);
  if not found then return false; end if;
  update respond_telling t set scope_id = scope where t.concern_id = concern;
  update respond_duplicate d set scope_id = scope where d.concern_id = concern;
  update know_todo t set scope_id = scope where t.subject_id = concern and t.state <> 'done';
  return true;
end $$;
update respond_duplicate d set scope_id = c.scope_id from respond_concern c where c.id = d.concern_id and d.scope_id is distinct from c.scope_id;
