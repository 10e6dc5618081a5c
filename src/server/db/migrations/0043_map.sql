-- listen: how many councils of a district were heard in a period, for rates that do not grow with the number of councils.

create index listen_report_council on listen_report (council_id, told_at) where lane = 'ordinary' and council_id is not null and withdrawn_at is null;

-- Says how many, never which: whose council a telling came from is no coordinator's to read. The restricted lanes make no council heard.
create function ctx.count_reporting(since timestamptz, until timestamptz) returns table (scope_id text, councils int, reporting int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.scope_id, count(*)::int, (count(*) filter (where exists (
      select from listen_report r where r.council_id = c.id and r.lane = 'ordinary' and r.withdrawn_at is null
        and r.told_at >= since and r.told_at < until)))::int
  from know_council c
  where c.scope_id = any((select ctx.areas())::text[]) and c.created_at < until
    and c.status in ('established', 'active', 'displaced', 're-activated')
  group by c.scope_id
$$;
revoke execute on function ctx.count_reporting(timestamptz, timestamptz) from public;
grant execute on function ctx.count_reporting(timestamptz, timestamptz) to salama_coordinator;
