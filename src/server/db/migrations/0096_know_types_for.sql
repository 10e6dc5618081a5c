-- know: what the menu may ask about of whoever rings, where her council is. Types leave it, never the council or its place.
create function ctx.types_for(contact text, at_moment timestamptz, today date) returns table (type_code text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.type_code
  from ctx.type_states(
    (select array[c.area_id] from know_member m join know_council c on c.id = m.council_id
      where m.contact_id = contact and m.valid_from <= at_moment and (m.valid_to is null or m.valid_to > at_moment)
        and c.status <> 'closed' limit 1), at_moment, today) s
  where s.state <> 'off' and s.answered
$$;
revoke execute on function ctx.types_for(text, timestamptz, date) from public;
grant execute on function ctx.types_for(text, timestamptz, date) to salama_intake;
