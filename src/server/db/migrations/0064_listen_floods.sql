-- listen: floods. Work has turns, so that a danger passes a flood; a flood's texts are held in groups until a person has looked.

alter table task add column turn int not null default 1 check (turn between 0 and 2);
select ctx.tag('task', '{"none":["turn"]}');
drop index task_due;
create index task_due on task (turn, run_at) where state = 'waiting';

alter table listen_outcome drop constraint listen_outcome_kind_check, add constraint listen_outcome_kind_check
  check (kind in ('report', 'addition', 'reply', 'zero', 'command', 'noise', 'opt-out', 'asked', 'person', 'held'));
create index listen_outcome_held on listen_outcome (subject_id, message_id) where kind = 'held';

-- A text that answers whoever claims the number: bounded by person and altogether, because a number can be forged.
alter table listen_outbound add column reply boolean not null default false;
select ctx.tag('listen_outbound', '{"none":["reply"]}');
create index listen_outbound_replies on listen_outbound (created_at) where reply and state <> 'suppressed';

create table listen_flood (
  id text primary key,
  gateway_id text not null,
  began_at timestamptz not null,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table listen_flood is 'More texts by one gateway than people who live here would send: one matter for a person.';
select ctx.tag('listen_flood', '{"none":["id","gateway_id","began_at","origin"]}');

create table listen_flood_group (
  id text primary key,
  flood_id text not null references listen_flood,
  cause text not null check (cause in ('one-sender', 'one-range', 'alike', 'all-at-once')),
  state text not null default 'waiting' check (state in ('waiting', 'released', 'set-aside')),
  texts int not null default 0,
  urgent int not null default 0,
  let_through int not null default 0,
  last_at timestamptz not null,
  decided_by text,
  decided_at timestamptz
);
comment on table listen_flood_group is 'Texts of a flood that belong together: of one number, of neighbouring numbers, alike. urgent: held though they speak of danger, because let_through had reached its bound.';
select ctx.tag('listen_flood_group', '{"none":["id","flood_id","cause","state","texts","urgent","let_through","last_at","decided_at"],"staff":["decided_by"]}');
create index listen_flood_group_flood on listen_flood_group (flood_id);

create table listen_flood_sample (
  message_id text primary key references listen_inbound,
  group_id text not null references listen_flood_group,
  scope_id text,
  masked text not null
);
comment on table listen_flood_sample is 'The first few texts of a group, masked, of the ordinary lane only: what a person reads before she decides.';
select ctx.tag('listen_flood_sample', '{"none":["message_id","group_id","scope_id"],"content":["masked"]}');
create index listen_flood_sample_group on listen_flood_sample (group_id);

do $$ declare t text; begin
  foreach t in array array['listen_flood', 'listen_flood_group', 'listen_flood_sample'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_works on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_works on %I to salama_worker using (true) with check (true)', t);
    perform ctx.guard(t::regclass);
  end loop;
end $$;
grant select, insert, update on listen_flood, listen_flood_group to salama_worker;
grant select, insert, delete on listen_flood_sample to salama_worker;
-- A gateway has no district: every coordinator sees that there is a flood; words only of her own areas.
grant select on listen_flood, listen_flood_group, listen_flood_sample to salama_coordinator;
grant update (state, decided_by, decided_at) on listen_flood_group to salama_coordinator;
create policy coordinator_sees on listen_flood for select to salama_coordinator using ((select ctx.role()) = 'coordinator');
create policy coordinator_works on listen_flood_group to salama_coordinator
  using ((select ctx.role()) = 'coordinator') with check ((select ctx.role()) = 'coordinator');
create policy coordinator_sees on listen_flood_sample for select to salama_coordinator
  using (scope_id is null or scope_id = any((select ctx.areas())::text[]));

-- From how many numbers the held texts of each group came: a count, nothing by which two of them could be told to be one person's.
create function ctx.flood_senders(flood text) returns table (group_id text, senders int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.id, count(distinct i.contact_id)::int from listen_flood_group g
    join listen_outcome o on o.subject_id = g.id and o.kind = 'held' join listen_inbound i on i.id = o.message_id
  where g.flood_id = flood and ctx.role() = 'coordinator' group by g.id
$$;
revoke execute on function ctx.flood_senders(text) from public;
grant execute on function ctx.flood_senders(text) to salama_coordinator;

-- know: a flood is one task.
do $$ declare known text; begin
  select pg_get_constraintdef(oid) into strict known from pg_constraint where conname = 'know_todo_kind_check';
  execute 'alter table know_todo drop constraint know_todo_kind_check, add constraint know_todo_kind_check '
    || replace(known, '''triage''::text', '''triage''::text, ''flood''::text');
end $$;
