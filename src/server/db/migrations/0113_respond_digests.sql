-- respond: once a day whoever has given a telephone hears how much waits for her: two numbers, nothing of what.
create table respond_digest (
  user_id text primary key references protect_user,
  day date not null
);
comment on table respond_digest is 'The last day on which it was looked whether this person is told what waits for her.';
select ctx.tag('respond_digest', '{"none":["user_id","day"]}');
alter table respond_digest enable row level security;
alter table respond_digest force row level security;
do $$ begin execute format('create policy owner_works on respond_digest to %I using (true) with check (true)', current_user); end $$;
select ctx.guard('respond_digest');
grant select, insert, update on respond_digest to salama_worker;
create policy worker_works on respond_digest to salama_worker using (true) with check (true);

-- What the policies of know_todo would show her in her roles and in those she stands in for: free, her own, or left behind by a colleague.
create function ctx.count_waiting(person text, at timestamptz) returns table (waiting int, late int)
language sql stable security definer set search_path = pg_catalog, public as $$
  with held as (
    select g.* from protect_grant g where g.user_id = person
    union
    select g.* from protect_absence a join protect_grant g on g.id = a.grant_id
    where a.cover_id = person and a.ended_at is null and a.starts_at <= at and a.ends_at > at
  ), mine as (
    select distinct t.id, t.due_at from held h join know_todo t on t.role = h.role and t.state <> 'done'
    where h.valid_from <= at and (h.valid_to is null or h.valid_to > at)
      and case h.role
        when 'coordinator' then t.lane = 'ordinary' and (t.scope_id is null
          or exists (select from know_area s where s.id = t.scope_id and s.id = s.scope_id and h.area_id = any(s.lineage)))
        when 'listener' then t.language = h.language and (t.council_id is null or t.council_id is distinct from h.own_council_id)
        else h.role in ('protection-officer', 'administrator') end
      and (t.state = 'open' or t.taken_by = person
        or exists (select from protect_user u where u.id = t.taken_by and (u.state in ('locked', 'revoked') or u.leaves_at <= at)))
  )
  select count(*)::int, (count(*) filter (where due_at < at))::int from mine
$$;
revoke execute on function ctx.count_waiting(text, timestamptz) from public;
grant execute on function ctx.count_waiting(text, timestamptz) to salama_worker;
