-- know: whoever works in a wide area may look at a part of it: for one transaction `salama.area` leaves of his areas those that lie in it. It can only take away.
create or replace function ctx.areas() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct a.id), '{}')
  from protect_grant g join know_area a on g.area_id = any(a.lineage) and a.id = a.scope_id
  where g.id = any((select ctx.held_grants())::text[]) and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
    -- Asked once, not for every area.
    and ((select coalesce(current_setting('salama.area', true), '')) = '' or (select current_setting('salama.area', true)) = any(a.lineage))
$$;
