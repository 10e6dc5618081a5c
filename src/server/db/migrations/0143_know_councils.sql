-- know: the registry of councils: where each meets, in which languages, how many, by which act, and what it was since when.
alter table know_council
  add column meeting_place text check (length(meeting_place) <= 120),
  add column languages text[] not null default '{}' check (languages <@ array['pt', 'en', 'sw', 'vmw', 'wmw', 'kde']),
  add column size int check (size between 1 and 1000),
  add column founded_on date,
  add column confirmed_on date,
  add column conduct_on date;
comment on table know_council is 'A community safety council: what it is now and where. size: members by its own act; founded_on: the act; confirmed_on: the assembly of the community; conduct_on: the code of conduct agreed to.';
select ctx.tag('know_council', '{"none":["meeting_place","languages","size","founded_on","confirmed_on","conduct_on"]}');
update know_council set languages = array[language];
create index know_council_name on know_council (name, id);

create table know_council_status (
  id text primary key,
  council_id text not null references know_council,
  status text not null check (status in ('proposed', 'established', 'active', 'dormant', 'suspended', 'displaced', 're-activated', 'closed')),
  since date not null,
  area_id text not null references know_area,
  reason text check (reason in ('act-signed', 'meets', 'no-meetings', 'insecurity', 'conduct', 'with-its-people', 'returned', 'joined-another', 'other')),
  said_at timestamptz not null,
  said_by text
);
comment on table know_council_status is 'What a council was from which day on, and where: the newest row is what know_council says. said_by is null for what was known before anybody said it on a screen.';
select ctx.tag('know_council_status', '{"none":["id","council_id","status","since","area_id","reason","said_at"],"staff":["said_by"]}');
create index know_council_status_council on know_council_status (council_id, since desc, said_at desc);
create index know_council_status_area on know_council_status (area_id);
insert into know_council_status (id, council_id, status, since, area_id, said_at)
  select 'cs_' || substr(md5(c.id), 1, 26), c.id, c.status, c.created_at::date, c.area_id, c.created_at from know_council c;

alter table know_council_status enable row level security;
alter table know_council_status force row level security;
do $$ begin execute format('create policy owner_works on know_council_status to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_council_status to salama_worker using (true) with check (true);
select ctx.guard('know_council_status');
grant select on know_council_status to salama_worker;
grant select, insert, delete on know_council_status to salama_coordinator;
-- Whose council it is, his is its past too, also where it was elsewhere.
create policy coordinator_sees on know_council_status for select to salama_coordinator
  using (exists (select from know_council c where c.id = council_id));
create policy coordinator_says on know_council_status for insert to salama_coordinator
  with check (said_by = (select ctx.user_id()) and exists (select from know_council c where c.id = council_id));
create policy coordinator_takes_back on know_council_status for delete to salama_coordinator
  using (said_by = (select ctx.user_id()) and said_at > now() - interval '1 minute');

-- A council may be moved only from one place of the coordinator's to another.
grant insert on know_council to salama_coordinator;
grant update (name, area_id, scope_id, language, status, meeting_place, languages, size, founded_on, confirmed_on, conduct_on) on know_council to salama_coordinator;
create policy coordinator_adds on know_council for insert to salama_coordinator with check (scope_id = any((select ctx.areas())::text[]));
create policy coordinator_changes on know_council for update to salama_coordinator
  using (scope_id = any((select ctx.areas())::text[])) with check (scope_id = any((select ctx.areas())::text[]));
