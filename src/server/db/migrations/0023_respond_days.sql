-- respond: the figures of a day and a district, kept as the tellings change, so that no screen counts tellings.

create table respond_day (
  scope_id text not null references know_area,
  lane text not null check (lane in ('ordinary', 'protection', 'oversight')),
  day date not null,
  told int not null,
  no_way_back int not null,
  due int not null,
  answered int not null,
  asked int not null,
  replied int not null,
  clear int not null,
  primary key (scope_id, lane, day)
);
comment on table respond_day is 'Roll-up of tellings by district, lane and day of the programme: told (and without a way back) on that day; due an answer on that day, and of those answered, asked "was it clear?", replied, said clear.';
select ctx.tag('respond_day', '{"none":["scope_id","lane","day","told","no_way_back","due","answered","asked","replied","clear"]}');

-- Only ever appended to by those who work on tellings: no two deeds wait for each other because of a figure.
create table respond_day_touched (
  scope_id text not null,
  lane text not null,
  at timestamptz not null
);
comment on table respond_day_touched is 'Moments whose day must be counted again, because a telling that belongs to it came or changed.';
select ctx.tag('respond_day_touched', '{"none":["scope_id","lane","at"]}');

create function ctx.touch_days() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op <> 'INSERT' then
    insert into respond_day_touched (scope_id, lane, at)
      select o.scope_id, o.lane, m.at from before o, lateral (values (o.joined_at), (o.answer_due_at)) m (at)
      where o.scope_id is not null and m.at is not null;
  end if;
  if tg_op <> 'DELETE' then
    insert into respond_day_touched (scope_id, lane, at)
      select n.scope_id, n.lane, m.at from after n, lateral (values (n.joined_at), (n.answer_due_at)) m (at)
      where n.scope_id is not null and m.at is not null;
  end if;
  return null;
end $$;
revoke execute on function ctx.touch_days() from public;
create trigger respond_telling_told after insert on respond_telling referencing new table as after for each statement execute function ctx.touch_days();
create trigger respond_telling_changed after update on respond_telling referencing old table as before new table as after for each statement execute function ctx.touch_days();
create trigger respond_telling_gone after delete on respond_telling referencing old table as before for each statement execute function ctx.touch_days();

create index respond_telling_joined on respond_telling (scope_id, lane, joined_at) where withdrawn_at is null;
create index respond_telling_due on respond_telling (scope_id, lane, answer_due_at) where withdrawn_at is null and answer_due_at is not null;
create index respond_brief_open on respond_brief (scope_id, post_id) where state in ('new', 'seen', 'going');
create index respond_concern_danger on respond_concern (opened_at desc, id) where danger and lane = 'ordinary' and state in ('triage', 'open');

do $$ declare t text; begin
  foreach t in array array['respond_day', 'respond_day_touched'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_works on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker_works on %I to salama_worker using (true) with check (true)', t);
    perform ctx.guard(t::regclass);
  end loop;
end $$;
grant select, insert, update on respond_day to salama_worker;
grant select, delete on respond_day_touched to salama_worker;
grant select on respond_day to salama_coordinator;
create policy coordinator_sees on respond_day for select to salama_coordinator
  using (lane = 'ordinary' and scope_id = any((select ctx.areas())::text[]));

-- What was told before today counts too.
insert into respond_day_touched (scope_id, lane, at)
  select t.scope_id, t.lane, m.at from respond_telling t, lateral (values (t.joined_at), (t.answer_due_at)) m (at)
  where t.scope_id is not null and m.at is not null;
