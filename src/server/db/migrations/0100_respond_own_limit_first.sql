-- respond: whoever asks too often is refused by her own count, before she is counted among all: one machine closes no door to others.

-- Always in this order, who and then everybody, so that two who ask at once do not wait for each other for ever.
create function ctx.may_try(who bytea, her_most int, everybody bytea, most int, at timestamptz) returns boolean
language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  if ctx.count_code_try(who, at) > her_most then return false; end if;
  return ctx.count_code_try(everybody, at) <= most;
end $$;
revoke execute on function ctx.may_try(bytea, int, bytea, int, timestamptz) from public;

create or replace function ctx.find_by_code(hash bytea, who bytea, asked_at timestamptz)
returns table (outcome text, state text, answer_code text, reason text, told_at timestamptz, seen_at timestamptz, answered_at timestamptz,
  closed_at timestamptz, clear text, solved int, solved_due_at timestamptz, asked text)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  -- A caller can only make it later: nothing that has run out comes back.
  moment constant timestamptz := greatest(now(), asked_at);
begin
  delete from respond_code_try t where t.since < moment - interval '1 day';
  if not ctx.may_try(who, 10, '', 5000, moment) then
    outcome := 'slow-down';
    return next;
    return;
  end if;
  return query
    select 'found', case when t.withdrawn_at is not null then 'withdrawn' else c.state end,
      -- An answer counts only while it stands: one that was opened again waits.
      case when t.answered_at is null or c.state in ('answered', 'closed') then t.answer_code end,
      (select b.cannot_reason from respond_brief b where b.concern_id = c.id and b.state = 'cannot' and c.lane = 'ordinary'
        and t.answer_code = 'cannot' order by b.decided_at desc nulls last limit 1),
      r.told_at,
      (select min(b.seen_at) from respond_brief b where b.concern_id = c.id and b.state <> 'withdrawn' and c.lane = 'ordinary'),
      case when c.state in ('answered', 'closed') then t.answered_at end, c.closed_at, t.clear, t.solved, t.solved_due_at, null::text
    from respond_telling t join respond_concern c on c.id = t.concern_id join listen_report r on r.id = t.report_id
    where t.code_hash = hash and (t.withdrawn_at is null or t.withdrawn_at > moment - interval '48 hours')
      and t.code_made_at > moment - interval '400 days' and (c.closed_at is null or c.closed_at > moment - interval '30 days'
        or t.withdrawn_at is not null);
  if not found then
    return query
      select 'found', case when k.withdrawn_at is null then 'new' else 'withdrawn' end, null::text, null::text, i.received_at, null::timestamptz, null::timestamptz, null::timestamptz,
        null::text, null::int, null::timestamptz,
        (select q.kind from listen_question q where q.message_id = i.id and q.state = 'open' and q.expires_at > moment
          and q.kind in ('clearer', 'place') order by q.asked_at desc limit 1)
      from listen_code k join listen_inbound i on i.id = k.message_id
      where k.code_hash = hash and k.made_at > moment - interval '400 days'
        and (k.withdrawn_at is null or k.withdrawn_at > moment - interval '48 hours');
  end if;
  if found then
    update respond_code_try t set tries = greatest(t.tries - 1, 0) where t.asker in ('', who);
  else
    outcome := 'unknown';
    return next;
  end if;
end $$;

create or replace function ctx.may_tell_by_page(who bytea, asked_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  moment constant timestamptz := greatest(now(), asked_at);
begin
  delete from respond_code_try t where t.since < moment - interval '1 day';
  return ctx.may_try('page:' || who, 60, 'page', 2000, moment);
end $$;
