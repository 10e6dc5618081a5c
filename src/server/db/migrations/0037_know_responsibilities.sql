-- know: a coordinator changes what a post answers for, from a day on; who changed it is kept, and the past is not rewritten.

create table know_responsibility_change (
  id text primary key,
  responsibility_id text not null references know_responsibility,
  change text not null check (change in ('given', 'ended')),
  cause_id text references know_responsibility,
  was_to timestamptz,
  at timestamptz not null,
  by text not null
);
comment on table know_responsibility_change is 'Who gave or ended a responsibility; cause_id: the one that took its place; was_to: until when it had held before.';
select ctx.tag('know_responsibility_change', '{"none":["id","responsibility_id","change","cause_id","was_to","at"],"staff":["by"]}');
create index know_responsibility_change_of on know_responsibility_change (responsibility_id, at desc);
create index know_responsibility_change_cause on know_responsibility_change (cause_id) where cause_id is not null;

alter table know_responsibility_change enable row level security;
alter table know_responsibility_change force row level security;
do $$ begin execute format('create policy owner_works on know_responsibility_change to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_responsibility_change to salama_worker using (true) with check (true);
select ctx.guard('know_responsibility_change');
grant select on know_responsibility_change to salama_worker, salama_coordinator, salama_administrator;
grant insert, delete on know_responsibility_change to salama_coordinator;
create policy coordinator_sees on know_responsibility_change for select to salama_coordinator using (true);
create policy administrator_sees on know_responsibility_change for select to salama_administrator using (true);
create policy coordinator_writes on know_responsibility_change for insert to salama_coordinator with check (by = (select ctx.user_id()));
-- Undo: the one who made it, within the ten seconds and a little.
create policy coordinator_takes_back on know_responsibility_change for delete to salama_coordinator
  using (by = (select ctx.user_id()) and at > now() - interval '1 minute');

-- The ordinary lane of her own areas; from now on, never backwards.
grant insert, update (valid_to) on know_responsibility to salama_coordinator;
create policy coordinator_gives on know_responsibility for insert to salama_coordinator
  with check (lane = 'ordinary' and valid_from >= now() - interval '1 minute'
    and exists (select from know_area a where a.id = area_id and a.scope_id = any((select ctx.areas())::text[])));
create policy coordinator_ends on know_responsibility for update to salama_coordinator
  using (lane = 'ordinary' and exists (select from know_area a where a.id = area_id and a.scope_id = any((select ctx.areas())::text[])))
  with check (lane = 'ordinary' and (valid_to is null or valid_to >= now() - interval '1 minute'));
