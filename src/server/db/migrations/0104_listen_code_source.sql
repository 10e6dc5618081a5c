-- listen: what a code opens says from which source it came, so that whoever enters more by it stays the source that was there.
drop function ctx.open_code(bytea, timestamptz);
create function ctx.open_code(hash bytea, asked_at timestamptz)
returns table (contact_id text, source_key bytea, report_id text, message_id text, withdrawn boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  -- A caller can only make it later: nothing that has run out comes back.
  moment constant timestamptz := greatest(now(), asked_at);
begin
  return query
    select t.contact_id, t.source_key, t.report_id, null::text, t.withdrawn_at is not null from respond_telling t join respond_concern c on c.id = t.concern_id
    where t.code_hash = hash and (t.withdrawn_at is null or t.withdrawn_at > moment - interval '48 hours')
      and t.code_made_at > moment - interval '400 days' and (c.closed_at is null or c.closed_at > moment - interval '30 days'
        or t.withdrawn_at is not null);
  if not found then
    return query
      select i.contact_id, i.source_key, (select m.report_id from listen_report_message m where m.message_id = i.id limit 1), i.id,
        k.withdrawn_at is not null
      from listen_code k join listen_inbound i on i.id = k.message_id
      where k.code_hash = hash and k.made_at > moment - interval '400 days'
        and (k.withdrawn_at is null or k.withdrawn_at > moment - interval '48 hours');
  end if;
end $$;
revoke execute on function ctx.open_code(bytea, timestamptz) from public;
grant execute on function ctx.open_code(bytea, timestamptz) to salama_intake, salama_worker;
