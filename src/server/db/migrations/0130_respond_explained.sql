-- Whoever calls a teller back sees whether the answer was clear to her, so that it can be explained again.

drop function ctx.follow_telling(text);
create function ctx.follow_telling(report text)
returns table (concern_id text, ref text, state text, answer_code text, reason text, told_at timestamptz, answered_at timestamptz, clear text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.ref, c.state, case when t.answered_at is null or c.state in ('answered', 'closed') then t.answer_code end,
    (select b.cannot_reason from respond_brief b where b.concern_id = c.id and b.state = 'cannot' and c.lane = 'ordinary'
      and t.answer_code = 'cannot' order by b.decided_at desc nulls last limit 1),
    r.told_at, case when c.state in ('answered', 'closed') then t.answered_at end, t.clear
  from respond_telling t join respond_concern c on c.id = t.concern_id join listen_report r on r.id = t.report_id
  where t.report_id = report and t.withdrawn_at is null and ctx.may_move(c)
$$;
revoke execute on function ctx.follow_telling(text) from public;
grant execute on function ctx.follow_telling(text) to salama_coordinator, salama_protection;
