-- respond: a source is known by another hash after ninety days. Of who complained on both sides of that day one person was made two, and a
-- figure could stand on four people: whoever is one contact is one person, and who is one source is one person whatever contacts it has.
create or replace function ctx.service_complaints(of_posts text[], since timestamptz, until timestamptz, fewest int) returns table (post_id text, people int)
language sql stable security definer set search_path = pg_catalog, public as $$
  with told as (
    select nearest.id as post, t.contact_id, min(encode(t.source_key, 'hex')) as source
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
    join respond_telling t on t.concern_id = c.id and t.withdrawn_at is null
    where ctx.role() = 'coordinator' and c.type_code = 'J04' and c.lane = 'ordinary' and c.scope_id = any((select ctx.areas())::text[])
      and c.opened_at >= since and c.opened_at < until and nearest.id = any(of_posts)
    group by nearest.id, t.contact_id
  )
  select post, count(distinct source)::int from told group by post having count(distinct source) >= fewest
$$;
