-- Reports that were kept elsewhere come in: marked `import` wherever they lie, by batches that can be taken back.
do $$ declare c record; begin
  for c in select k.conname, k.conrelid::regclass as relation from pg_constraint k
    where k.contype = 'c' and pg_get_constraintdef(k.oid) ~ '^CHECK \(\(origin = ANY' and pg_get_constraintdef(k.oid) !~ '''import'''
  loop
    execute format('alter table %s drop constraint %I', c.relation, c.conname);
    execute format('alter table %s add constraint %I check (origin in (''live'', ''demonstration'', ''replay'', ''import''))', c.relation, c.conname);
  end loop;
end $$;

alter table know_batch
  add column known int not null default 0 check (known >= 0),
  add column problem text check (problem in ('in-use'));
select ctx.tag('know_batch', '{"none":["known","problem"]}');
create index know_batch_by on know_batch (by, at desc);
grant select, insert on know_batch to salama_coordinator, salama_administrator;
grant update (state) on know_batch to salama_coordinator, salama_administrator;
create policy importer_works on know_batch to salama_coordinator, salama_administrator
  using (by = (select ctx.user_id())) with check (by = (select ctx.user_id()) and kind = 'reports');
grant select, update (state, added, known, problem, undone_at) on know_batch to salama_worker;
create policy worker_works on know_batch to salama_worker using (true) with check (true);

create table listen_imported (
  report_id text primary key references listen_report,
  batch_id text not null references know_batch,
  row int not null check (row > 0),
  row_key bytea not null unique,
  channel text not null check (channel in ('sms', 'call', 'paper', 'meeting', 'visit', 'web', 'other')),
  outcome text check (outcome in ('solved', 'partly', 'not-solved'))
);
comment on table listen_imported is 'From which batch and row an imported report came. The row key, a keyed hash, makes the same row the same report.';
select ctx.tag('listen_imported', '{"none":["report_id","batch_id","row","channel","outcome"],"pseudonym":["row_key"]}');
create index listen_imported_batch on listen_imported (batch_id, row);

create table listen_import_map (
  signature text not null,
  by text not null,
  map jsonb not null,
  used_at timestamptz not null,
  primary key (signature, by)
);
comment on table listen_import_map is 'Which column holds what, remembered by the headings of a file for the person who said so. Headings only, never a cell.';
select ctx.tag('listen_import_map', '{"none":["signature","map","used_at"],"staff":["by"]}');

do $$ declare t text; begin
  foreach t in array array['listen_imported', 'listen_import_map'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_works on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;
do $$ declare t text; begin
  foreach t in array array['know_batch', 'listen_imported', 'listen_import_map'] loop
    execute format('create policy class_agrees on %I as restrictive to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator using ((select current_user = (select ctx.class())))', t);
  end loop;
end $$;
grant select, insert, delete on listen_imported to salama_worker;
create policy worker_works on listen_imported to salama_worker using (true) with check (true);
grant insert on protect_contact to salama_worker;
grant select, insert, update (map, used_at) on listen_import_map to salama_coordinator, salama_administrator;
create policy own_map on listen_import_map to salama_coordinator, salama_administrator
  using (by = (select ctx.user_id())) with check (by = (select ctx.user_id()));
