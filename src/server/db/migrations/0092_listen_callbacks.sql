-- listen: calls back. A number reaches one page: asked here about a task that somebody holds, opened by the courier alone, sealed to that page.
create table listen_callback (
  id text primary key,
  todo_id text not null,
  contact_id text not null references protect_contact,
  called_by text not null references protect_user,
  role text not null check (role in ('coordinator', 'protection-officer')),
  lane text not null check (lane in ('ordinary', 'protection', 'oversight')),
  asked_at timestamptz not null,
  page_key bytea,
  number_ct bytea,
  opened_at timestamptz,
  problem text check (problem in ('no-way-back', 'too-many', 'not-wished', 'fault')),
  outcome text check (outcome in ('reached', 'not-reached', 'not-now', 'wrong-person', 'not-safe')),
  ended_at timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay', 'import'))
);
comment on table listen_callback is 'Each number asked for: by whom, for which task, when the courier opened it, how the call ended. The number lies here for a quarter of an hour at most, sealed to one page. The row is gone after 90 days.';
select ctx.tag('listen_callback', '{"none":["id","todo_id","role","lane","asked_at","page_key","opened_at","problem","outcome","ended_at","origin"],"staff":["called_by"],"pseudonym":["contact_id"],"sealed-identity":["number_ct"]}');
create index listen_callback_contact on listen_callback (contact_id);
create index listen_callback_todo on listen_callback (todo_id);
create index listen_callback_by on listen_callback (called_by, opened_at);
create index listen_callback_at on listen_callback (asked_at);
create index listen_callback_asked on listen_callback (asked_at) where opened_at is null and problem is null;
create index listen_callback_open on listen_callback (opened_at) where number_ct is not null;
alter table listen_callback enable row level security;
alter table listen_callback force row level security;
do $$ begin execute format('create policy owner_works on listen_callback to %I using (true) with check (true)', current_user); end $$;
create policy courier_works on listen_callback to salama_courier using (true) with check (true);
grant select, update (page_key, number_ct, opened_at, problem) on listen_callback to salama_courier;
create policy worker_forgets on listen_callback to salama_worker using (true) with check (true);
grant select (id, asked_at), delete on listen_callback to salama_worker;
-- Nobody signed in inserts here: a row comes from `ctx.ask_number` alone, so nobody chooses whose number is opened.
create policy own_calls on listen_callback to salama_coordinator, salama_protection
  using (called_by = (select ctx.user_id())) with check (called_by = (select ctx.user_id()));
grant select (id, todo_id, called_by, asked_at, number_ct, opened_at, problem, outcome), update (outcome, ended_at, number_ct)
  on listen_callback to salama_coordinator, salama_protection;
create policy auditor_counts on listen_callback for select to salama_auditor using (true);
grant select (called_by, asked_at, opened_at, problem) on listen_callback to salama_auditor;
select ctx.guard('listen_callback');

-- Whom a task to call back is about: for whoever holds it now, in a lane and an area of hers, and for nobody else.
create function ctx.called(todo text)
returns table (todo_id text, lane text, origin text, asked_at timestamptz, asked_by text, contact_id text, source_key bytea, report_id text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with held as (
    select t.* from know_todo t
    where t.id = todo and t.kind = 'call-back' and t.state = 'taken' and t.taken_by = ctx.user_id() and t.role = ctx.role()
      and (t.role = 'protection-officer' or t.role = 'coordinator' and t.lane = 'ordinary' and (t.scope_id is null or t.scope_id = any(ctx.areas())))
  ), may_read as (
    select r.* from listen_report r, held h
    where r.withdrawn_at is null and not r.zero and (r.lane = 'ordinary') = (h.role = 'coordinator')
      and (h.role = 'protection-officer' or r.scope_id is null or r.scope_id = any(ctx.areas()))
  ), hers as (
    select 'call' as asked_by, k.contact_id, k.source_key, null::text as report_id from listen_call k, held h where k.id = h.subject_id
    -- A telling that went to another lane meanwhile is not this person's to call about.
    union all select 'text', r.contact_id, r.source_key, r.id from listen_report r, held h
      where r.id = h.subject_id and (r.lane = 'ordinary') = (h.role = 'coordinator')
    union all select 'text', i.contact_id, i.source_key, null from listen_inbound i, held h where i.id = h.subject_id
  )
  select h.id, h.lane, h.origin, h.opened_at, s.asked_by, s.contact_id, s.source_key, (
    select r.id from may_read r where r.contact_id = s.contact_id
    order by (r.id = s.report_id) desc nulls last, r.told_at desc limit 1)
  from held h, hers s join protect_contact c on c.id = s.contact_id and c.kind in ('person', 'member')
$$;
revoke execute on function ctx.called(text) from public;

-- What whoever is going to call must know first: her wishes, whether there is a number still, and what was tried.
create function ctx.look_at_call(todo text)
returns table (contact_id text, source_key bytea, report_id text, asked_at timestamptz, asked_by text, language text, safe_from int, safe_to int,
  quiet boolean, reachable boolean, tries int, tried_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.contact_id, k.source_key, k.report_id, k.asked_at, k.asked_by, c.language, c.safe_from, c.safe_to,
    c.do_not_reply or c.opted_out_at is not null, exists (select from protect_route r where r.contact_id = c.id), t.tries::int, t.tried_at
  from ctx.called(todo) k join protect_contact c on c.id = k.contact_id
    cross join lateral (select count(*) as tries, max(b.ended_at) as tried_at from listen_callback b
      where b.todo_id = k.todo_id and b.outcome in ('not-reached', 'not-now')) t
$$;
revoke execute on function ctx.look_at_call(text) from public;
grant execute on function ctx.look_at_call(text) to salama_coordinator, salama_protection;

create function ctx.ask_number(call text, todo text, key bytea, asked timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into listen_callback (id, todo_id, contact_id, called_by, role, lane, asked_at, page_key, origin)
    select call, k.todo_id, k.contact_id, ctx.user_id(), ctx.role(), k.lane, asked, key, k.origin from ctx.called(todo) k;
  return found;
end $$;
revoke execute on function ctx.ask_number(text, text, bytea, timestamptz) from public;
grant execute on function ctx.ask_number(text, text, bytea, timestamptz) to salama_coordinator, salama_protection;

-- respond: what a telling may be told again, to be read to her: for whoever works on its concern.
create function ctx.follow_telling(report text)
returns table (concern_id text, ref text, state text, answer_code text, reason text, told_at timestamptz, answered_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.ref, c.state, case when t.answered_at is null or c.state in ('answered', 'closed') then t.answer_code end,
    (select b.cannot_reason from respond_brief b where b.concern_id = c.id and b.state = 'cannot' and c.lane = 'ordinary'
      and t.answer_code = 'cannot' order by b.decided_at desc nulls last limit 1),
    r.told_at, case when c.state in ('answered', 'closed') then t.answered_at end
  from respond_telling t join respond_concern c on c.id = t.concern_id join listen_report r on r.id = t.report_id
  where t.report_id = report and t.withdrawn_at is null and ctx.may_move(c)
$$;
revoke execute on function ctx.follow_telling(text) from public;
grant execute on function ctx.follow_telling(text) to salama_coordinator, salama_protection;

-- know: somebody asked for more numbers than anybody needs in a day.
do $$ declare known text; begin
  select pg_get_constraintdef(oid) into strict known from pg_constraint where conname = 'know_todo_kind_check';
  execute 'alter table know_todo drop constraint know_todo_kind_check, add constraint know_todo_kind_check '
    || replace(known, '''triage''::text', '''triage''::text, ''many-numbers''::text');
end $$;
