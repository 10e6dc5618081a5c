-- listen: rings of strangers that belong to a flood wait with it, and make no task each.
alter table listen_call add column flood_group text references listen_flood_group;
comment on column listen_call.flood_group is 'With which texts of a flood this ring waits; released, it waits with none.';
select ctx.tag('listen_call', '{"none":["flood_group"]}');
create index listen_call_held on listen_call (flood_group) where flood_group is not null;
grant update (flood_group) on listen_call to salama_worker;

-- From how many numbers what is held came, rings included.
create or replace function ctx.flood_senders(flood text) returns table (group_id text, senders int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.id, count(distinct held.contact_id)::int from listen_flood_group g join (
    select o.subject_id as group_id, i.contact_id from listen_outcome o join listen_inbound i on i.id = o.message_id where o.kind = 'held'
    union all select c.flood_group, c.contact_id from listen_call c where c.flood_group is not null
  ) held on held.group_id = g.id
  where g.flood_id = flood and ctx.role() = 'coordinator' group by g.id
$$;
