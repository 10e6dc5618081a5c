-- know: what a post says it lacks, and since when. Said by the post, read upwards: its district command, the coordinator, the administrator.

create table know_capacity (
  id text primary key,
  post_id text not null references know_post,
  scope_id text not null,
  fuel_since timestamptz,
  vehicle_since timestamptz,
  radio_since timestamptz,
  people_since timestamptz,
  said_at timestamptz not null,
  said_by text not null,
  until timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay', 'import'))
);
comment on table know_capacity is 'One row a saying: what the post lacked from said_at until the next one; a lack that goes on keeps its own since. The row without until is what holds now.';
select ctx.tag('know_capacity', '{"none":["id","post_id","scope_id","fuel_since","vehicle_since","radio_since","people_since","said_at","until","origin"],"staff":["said_by"]}');
create unique index know_capacity_now on know_capacity (post_id) where until is null;
create index know_capacity_lacking on know_capacity (scope_id, post_id)
  where until is null and coalesce(fuel_since, vehicle_since, radio_since, people_since) is not null;
create index know_capacity_of_post on know_capacity (post_id, said_at desc);

alter table know_capacity enable row level security;
alter table know_capacity force row level security;
do $$ begin execute format('create policy owner_works on know_capacity to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_capacity to salama_worker using (true) with check (true);
select ctx.guard('know_capacity');

grant select on know_capacity to salama_worker, salama_post, salama_coordinator, salama_administrator;
grant insert, delete on know_capacity to salama_post;
grant update (until) on know_capacity to salama_post;
create policy post_sees on know_capacity for select to salama_post using (post_id = any((select ctx.posts())::text[]));
create policy post_says on know_capacity for insert to salama_post
  with check (post_id = any((select ctx.posts())::text[]) and said_by = (select ctx.user_id()));
create policy post_ends on know_capacity for update to salama_post
  using (post_id = any((select ctx.posts())::text[])) with check (post_id = any((select ctx.posts())::text[]));
-- Undo: the one who said it, and only what still holds. What was said before stays said.
create policy post_takes_back on know_capacity for delete to salama_post
  using (until is null and said_by = (select ctx.user_id()) and post_id = any((select ctx.posts())::text[]));
create policy coordinator_sees on know_capacity for select to salama_coordinator using (scope_id = any((select ctx.areas())::text[]));
create policy administrator_sees on know_capacity for select to salama_administrator using (true);
