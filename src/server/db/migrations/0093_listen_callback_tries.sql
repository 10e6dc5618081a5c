-- listen: a try in vain counts for every task to call the same person that was open then; whoever asks anew after it is called at once.
create or replace function ctx.look_at_call(todo text)
returns table (contact_id text, source_key bytea, report_id text, asked_at timestamptz, asked_by text, language text, safe_from int, safe_to int,
  quiet boolean, reachable boolean, tries int, tried_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.contact_id, k.source_key, k.report_id, k.asked_at, k.asked_by, c.language, c.safe_from, c.safe_to,
    c.do_not_reply or c.opted_out_at is not null, exists (select from protect_route r where r.contact_id = c.id), t.tries::int, t.tried_at
  from ctx.called(todo) k join protect_contact c on c.id = k.contact_id
    cross join lateral (select count(*) as tries, max(b.ended_at) as tried_at from listen_callback b
      where b.contact_id = k.contact_id and b.ended_at >= k.asked_at and b.outcome in ('not-reached', 'not-now')) t
$$;
