-- know: what is asked about where, as it was last looked at, so that what loses its last answerer is a person's task and not a silence.
create table know_type_asked (
  area_id text not null references know_area,
  type_code text not null references know_type,
  lost_at timestamptz,
  primary key (area_id, type_code)
);
comment on table know_type_asked is 'Types asked about in a district at the last look; lost_at: since when nobody answers, though nobody has switched it off.';
select ctx.tag('know_type_asked', '{"none":["area_id","type_code","lost_at"]}');
create index know_type_asked_type on know_type_asked (type_code);
create index know_type_asked_lost on know_type_asked (area_id) where lost_at is not null;
alter table know_type_asked enable row level security;
alter table know_type_asked force row level security;
do $$ begin execute format('create policy owner_works on know_type_asked to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_type_asked to salama_worker using (true) with check (true);
select ctx.guard('know_type_asked');
grant select, insert, update, delete on know_type_asked to salama_worker;
grant select on know_type_asked to salama_coordinator, salama_protection, salama_administrator;
create policy keepers_see on know_type_asked for select to salama_coordinator, salama_protection, salama_administrator using (true);

-- Undo of a switch is the administrator's too.
grant execute on function ctx.call_back(text, timestamptz) to salama_administrator;

-- Two more things that wait for a person: nobody answers for a type any more (posts: the coordinator; services: the protection officer).
do $$ declare was text; begin
  select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = 'know_todo_kind_check';
  execute 'alter table know_todo drop constraint know_todo_kind_check, add constraint know_todo_kind_check '
    || replace(was, '''triage''::text', '''triage''::text, ''type-unanswered''::text, ''service-gone''::text');
end $$;
