-- listen: what is said by a code is counted by the code and by the network, and a telling that was taken back hears no words.
drop function ctx.open_code(bytea, timestamptz);
create function ctx.open_code(hash bytea, asked_at timestamptz)
returns table (contact_id text, report_id text, message_id text, withdrawn boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  moment constant timestamptz := greatest(now(), asked_at);
begin
  return query
    select t.contact_id, t.report_id, null::text, t.withdrawn_at is not null from respond_telling t join respond_concern c on c.id = t.concern_id
    where t.code_hash = hash and (t.withdrawn_at is null or t.withdrawn_at > moment - interval '48 hours')
      and t.code_made_at > moment - interval '400 days' and (c.closed_at is null or c.closed_at > moment - interval '30 days'
        or t.withdrawn_at is not null);
  if not found then
    return query
      select i.contact_id, (select m.report_id from listen_report_message m where m.message_id = i.id limit 1), i.id,
        k.withdrawn_at is not null
      from listen_code k join listen_inbound i on i.id = k.message_id
      where k.code_hash = hash and k.made_at > moment - interval '400 days'
        and (k.withdrawn_at is null or k.withdrawn_at > moment - interval '48 hours');
  end if;
end $$;
revoke execute on function ctx.open_code(bytea, timestamptz) from public;
grant execute on function ctx.open_code(bytea, timestamptz) to salama_intake, salama_worker;

comment on table respond_code_try is 'Wrong codes, tellings by page and what is said by a code, in the running hour, by keyed asker and by keyed code; the empty keys count them all. Outlives a restart.';
-- In the order code, network, everybody: whoever is over the narrower most does not count in the wider.
create function ctx.may_say_by_code(hash bytea, who bytea, asked_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  moment constant timestamptz := greatest(now(), asked_at);
begin
  delete from respond_code_try t where t.since < moment - interval '1 day';
  if ctx.count_code_try('code:' || hash, moment) > 20 then return false; end if;
  return ctx.may_try('say:' || who, 60, 'say', 2000, moment);
end $$;
revoke execute on function ctx.may_say_by_code(bytea, bytea, timestamptz) from public;
grant execute on function ctx.may_say_by_code(bytea, bytea, timestamptz) to salama_door;
