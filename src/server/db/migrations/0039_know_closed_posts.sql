-- know: a post that is closed, or outside its time, is nobody's post: who sits there reads and answers nothing from that moment on.

create or replace function ctx.posts() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive own as (
    select p.id, g.role, p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now()) as stands
    from protect_grant g join know_post p on p.id = g.post_id
    where g.id = (ctx.session()).grant_id and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
      and p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now())
    union
    -- Through a closed post the chain goes on: those below it still have their district.
    select p.id, own.role, p.active and p.valid_from <= now() and (p.valid_to is null or p.valid_to > now())
    from know_post p join own on p.superior_id = own.id where own.role = 'district-commander'
  )
  select coalesce(array_agg(id), '{}') from own where stands
$$;
