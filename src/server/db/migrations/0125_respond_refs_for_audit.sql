-- respond: "who saw 4F7K?" The auditor knows a concern by the reference that people say, the journal by its id and those of its briefs.
create function ctx.subjects_of(said_ref text) returns setof text
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id from respond_concern c where c.ref = said_ref and ctx.role() = 'auditor'
  union all
  select b.id from respond_brief b join respond_concern c on c.id = b.concern_id where c.ref = said_ref and ctx.role() = 'auditor'
$$;
create function ctx.refs_of(subjects text[]) returns table (id text, ref text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.ref from respond_concern c where c.id = any(subjects) and ctx.role() = 'auditor'
  union all
  select b.id, c.ref from respond_brief b join respond_concern c on c.id = b.concern_id where b.id = any(subjects) and ctx.role() = 'auditor'
$$;
revoke execute on function ctx.subjects_of(text), ctx.refs_of(text[]) from public;
grant execute on function ctx.subjects_of(text), ctx.refs_of(text[]) to salama_auditor;
