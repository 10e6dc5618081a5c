-- listen: what was said in a call is kept, also when its task ended while they spoke: she wrote PARAR, or her matter changed lanes.
create function ctx.spoken(call text, asked_at timestamptz)
returns table (contact_id text, source_key bytea, report_id text, language text)
language sql stable security definer set search_path = pg_catalog, public as $$
  with hers as (
    select b.contact_id, t.subject_id from listen_callback b join know_todo t on t.id = b.todo_id
    where b.id = call and b.called_by = ctx.user_id() and b.role = ctx.role() and b.outcome is null
      and b.opened_at > greatest(now(), spoken.asked_at) - interval '4 hours'
  ), source as (
    select k.source_key from listen_call k, hers h where k.id = h.subject_id
    union all select r.source_key from listen_report r, hers h where r.id = h.subject_id
    union all select i.source_key from listen_inbound i, hers h where i.id = h.subject_id
  )
  select h.contact_id, s.source_key, (
      select r.id from listen_report r
      where r.contact_id = h.contact_id and r.withdrawn_at is null and not r.zero and r.via <> 'page' and (r.lane = 'ordinary') = (ctx.role() = 'coordinator')
        and (ctx.role() = 'protection-officer' or r.scope_id is null or r.scope_id = any(ctx.areas()))
      order by r.id = h.subject_id desc, r.told_at desc limit 1), c.language
  from hers h join protect_contact c on c.id = h.contact_id cross join source s
$$;
revoke execute on function ctx.spoken(text, timestamptz) from public;
grant execute on function ctx.spoken(text, timestamptz) to salama_coordinator, salama_protection;
