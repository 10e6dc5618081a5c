-- listen: a task to call about a ring, or a text that nobody had understood, is no coordinator's once its person has told a restricted matter.
create or replace function ctx.called(todo text)
returns table (todo_id text, lane text, origin text, asked_at timestamptz, asked_by text, contact_id text, source_key bytea, report_id text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with held as (
    select t.* from know_todo t
    where t.id = todo and t.kind = 'call-back' and t.state = 'taken' and t.taken_by = ctx.user_id() and t.role = ctx.role()
      and (t.role = 'protection-officer' or t.role = 'coordinator' and t.lane = 'ordinary' and (t.scope_id is null or t.scope_id = any(ctx.areas())))
  ), may_read as (
    select r.* from listen_report r, held h
    where r.withdrawn_at is null and not r.zero and r.via <> 'page' and (r.lane = 'ordinary') = (h.role = 'coordinator')
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
  -- What she wants to speak of is not known: it may be the matter that a coordinator must not know of.
  where h.role = 'protection-officer' or s.report_id is not null or not exists (
    select from listen_report r where r.contact_id = s.contact_id and r.lane <> 'ordinary' and r.withdrawn_at is null
      and r.told_at > h.opened_at - interval '180 days')
$$;

-- What waited in the wrong hands goes over.
update know_todo t set role = 'protection-officer', lane = matter.lane, state = 'open', taken_by = null
from (
  select distinct on (asked.id) asked.id, r.lane, r.told_at
  from (select id, contact_id from listen_call union all select id, contact_id from listen_inbound) asked
    join listen_report r on r.contact_id = asked.contact_id and r.lane <> 'ordinary' and r.withdrawn_at is null
  order by asked.id, r.told_at desc
) matter
where t.kind = 'call-back' and t.role = 'coordinator' and t.state <> 'done' and t.subject_id = matter.id
  and matter.told_at > t.opened_at - interval '180 days';
