-- know: places that come by import, names that people teach, and the batches in which anything is imported.
create table know_batch (
  id text primary key,
  kind text not null check (kind in ('gazetteer', 'reports')),
  source text not null check (length(source) between 1 and 80),
  rows int not null check (rows >= 0),
  added int not null check (added >= 0),
  refused int not null check (refused >= 0),
  state text not null default 'done' check (state in ('running', 'done', 'undone')),
  by text not null,
  scope_id text,
  at timestamptz not null,
  undone_at timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table know_batch is 'One import of a file: what came of it, and the handle by which it is taken back whole. The file itself is not kept.';
select ctx.tag('know_batch', '{"none":["id","kind","source","rows","added","refused","state","scope_id","at","undone_at","origin"],"staff":["by"]}');
create index know_batch_recent on know_batch (at desc, id);

alter table know_area add column batch_id text references know_batch;
select ctx.tag('know_area', '{"none":["batch_id"]}');
create index know_area_batch on know_area (batch_id) where batch_id is not null;

alter table know_area_alias
  add column learned_id text unique,
  add column learned_at timestamptz,
  add column learned_by text,
  add check ((learned_id is null) = (learned_at is null));
select ctx.tag('know_area_alias', '{"none":["learned_id","learned_at"],"staff":["learned_by"]}');
comment on table know_area_alias is 'Old, local and misspelt names of an area. A learned one was confirmed by a person after a correction, and counts within the area''s district only.';
create index know_area_alias_learned on know_area_alias (learned_at desc) where learned_at is not null;

-- Whoever keeps an index of names asks one row whether it still holds.
create table know_area_stamp (
  one boolean primary key default true check (one),
  changes bigint not null default 0
);
comment on table know_area_stamp is 'Counts the changes of areas and their names: an index of places is built again only when this moved.';
select ctx.tag('know_area_stamp', '{"none":["one","changes"]}');
insert into know_area_stamp default values;
create function ctx.stamp_areas() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update know_area_stamp set changes = changes + 1;
  return null;
end $$;
revoke execute on function ctx.stamp_areas() from public;
create trigger know_area_stamped after insert or update or delete on know_area for each statement execute function ctx.stamp_areas();
create trigger know_area_alias_stamped after insert or update or delete on know_area_alias for each statement execute function ctx.stamp_areas();

do $$ declare t text; begin
  foreach t in array array['know_batch', 'know_area_stamp'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_works on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;
grant select on know_area_stamp to salama_worker;
create policy worker_reads on know_area_stamp for select to salama_worker using (true);

-- Who confirmed a name is the coordinators' and the auditor's to know.
revoke select on know_area_alias from salama_post, salama_protection, salama_listener, salama_worker, salama_courier;
grant select (area_id, alias, folded, learned_id, learned_at) on know_area_alias to salama_post, salama_protection, salama_listener, salama_worker, salama_courier;

-- A coordinator teaches names of places of her own areas, and takes back what was taught.
grant insert, delete on know_area_alias to salama_coordinator;
create policy coordinator_teaches on know_area_alias for insert to salama_coordinator
  with check (learned_by = (select ctx.user_id())
    and exists (select from know_area a where a.id = area_id and a.scope_id = any((select ctx.areas())::text[])));
create policy coordinator_forgets on know_area_alias for delete to salama_coordinator
  using (learned_id is not null
    and exists (select from know_area a where a.id = area_id and a.scope_id = any((select ctx.areas())::text[])));
