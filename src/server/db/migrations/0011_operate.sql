-- What an operator's promises need of the tables: texts that can be let go, contacts whose link is cut, gateways that show when they
-- last brought something.

-- A gateway may give every text the same id: its report then belongs to the newest of them, and the record of a sending never fails.
drop index listen_outbound_provider;
create index listen_outbound_provider on listen_outbound (provider_key, seq desc) where provider_key is not null;

-- One update a minute and gateway at most, by the process that took the text in.
grant update (last_in_at) on listen_channel to salama_intake;

-- The row of a text outlives its words: as what it ended, its keyed hashes and its hour are counts, the words are not.
alter table listen_inbound alter column text_ct drop not null;
alter table listen_part alter column text_ct drop not null;
grant update (text_ct) on listen_inbound to salama_worker;
grant update (params_ct) on listen_outbound to salama_worker;
create index listen_inbound_kept on listen_inbound (received_at, id) where text_ct is not null;
create index listen_part_kept on listen_part (received_at) where text_ct is not null;
create index listen_outbound_kept on listen_outbound (created_at) where params_ct is not null and state not in ('queued', 'sending');
create index listen_report_kept on listen_report (told_at, id) where masked is not null or masked_ct is not null;
create index respond_concern_kept on respond_concern (opened_at, id) where narrative is not null or narrative_ct is not null or released_narrative is not null;

-- A contact whose way back has ended: no pseudonym leads to it any more, and whoever writes from that number is somebody new.
alter table protect_contact add column erased_at timestamptz;
select ctx.tag('protect_contact', '{"none":["erased_at"]}');
grant select (erased_at) on protect_contact to salama_intake;
create index protect_route_expiry on protect_route (expires_at) where expires_at is not null;
create index protect_route_idle on protect_route (contact_id) where expires_at is null;
create index protect_vault_expiry on protect_vault (expires_at);

-- The courier seals living routes to its newest key when keys change.
grant update (key_id, sealed) on protect_route to salama_courier;
create index protect_route_key on protect_route (key_id, id);
create index protect_nonce_seen on protect_nonce (seen_at);

-- Forgetting is the only change there is to a text.
create function ctx.only_forget() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.text_ct is not null then
    raise exception 'a text is never changed' using errcode = 'check_violation', constraint = 'text_unchanged';
  end if;
  return new;
end $$;
revoke execute on function ctx.only_forget() from public;
create trigger listen_inbound_only_forget before update of text_ct on listen_inbound for each row execute function ctx.only_forget();
create trigger listen_part_only_forget before update of text_ct on listen_part for each row execute function ctx.only_forget();

-- Intake asks it in the same statement that stores a text: nothing is ever filed under a contact whose link was cut.
create function ctx.contact_erased(contact text) returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (select from protect_contact c where c.id = contact and c.erased_at is not null)
$$;
revoke execute on function ctx.contact_erased(text) from public;
grant execute on function ctx.contact_erased(text) to salama_intake, salama_worker;
