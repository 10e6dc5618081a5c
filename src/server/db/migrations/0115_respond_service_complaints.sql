-- respond: who told that nobody came, or came late (J04). No brief is made of it: the programme reads a figure by post, of whole days, and none
-- of fewer than five people (decisions.md 7).
create index respond_concern_service_complaint on respond_concern (scope_id, opened_at) where type_code = 'J04';

-- The post that should have come: the nearest that stands there; of several in one place one that commands nobody and answers for something.
create function ctx.service_complaints(of_posts text[], since timestamptz, until timestamptz, fewest int) returns table (post_id text, people int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select nearest.id, count(distinct told.source_key)::int
  from respond_concern c
  join know_area place on place.id = coalesce(c.area_id, c.scope_id)
  cross join lateral (
    select p.id from know_post p
    where p.area_id = any(place.lineage) and p.service in ('police', 'border')
      and p.valid_from <= c.opened_at and (p.valid_to is null or p.valid_to > c.opened_at)
    order by array_position(place.lineage, p.area_id) desc, exists (select from know_post below where below.superior_id = p.id),
      not exists (select from know_responsibility duty where duty.post_id = p.id and duty.area_id = any(place.lineage)
        and duty.valid_from <= c.opened_at and (duty.valid_to is null or duty.valid_to > c.opened_at)), p.id
    limit 1) nearest
  join respond_telling told on told.concern_id = c.id and told.withdrawn_at is null
  where ctx.role() = 'coordinator' and c.type_code = 'J04' and c.lane = 'ordinary' and c.scope_id = any((select ctx.areas())::text[])
    and c.opened_at >= since and c.opened_at < until and nearest.id = any(of_posts)
  group by nearest.id having count(distinct told.source_key) >= fewest
$$;
revoke execute on function ctx.service_complaints(text[], timestamptz, timestamptz, int) from public;
grant execute on function ctx.service_complaints(text[], timestamptz, timestamptz, int) to salama_coordinator;
