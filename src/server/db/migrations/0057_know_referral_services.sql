-- know: services that a restricted matter may be referred to, by district; how they are reached is for the protection officer and the administrator.
create table know_referral_service (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('medical', 'psychosocial', 'safety', 'child', 'legal', 'social', 'trafficking', 'oversight')),
  area_ids text[] not null check (cardinality(area_ids) between 1 and 40),
  reach text not null,
  hours text not null,
  children boolean not null,
  survivors boolean not null,
  from_day date not null,
  to_day date,
  confirmed_on date not null,
  changed_at timestamptz not null,
  changed_by text not null,
  check (to_day is null or to_day >= from_day)
);
comment on table know_referral_service is 'Where a restricted matter may be referred to: kind, districts, how staff reach it, from when to when, last confirmed on which day.';
select ctx.tag('know_referral_service', '{"none":["id","name","kind","area_ids","hours","children","survivors","from_day","to_day","confirmed_on","changed_at"],"staff":["reach","changed_by"]}');
alter table know_referral_service enable row level security;
alter table know_referral_service force row level security;
do $$ begin execute format('create policy owner_works on know_referral_service to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on know_referral_service to salama_worker using (true) with check (true);
select ctx.guard('know_referral_service');
grant select, insert, update on know_referral_service to salama_protection, salama_administrator;
create policy keepers_see on know_referral_service for select to salama_protection, salama_administrator using (true);
create policy keepers_add on know_referral_service for insert to salama_protection, salama_administrator with check (changed_by = (select ctx.user_id()));
create policy keepers_change on know_referral_service for update to salama_protection, salama_administrator using (true) with check (changed_by = (select ctx.user_id()));
