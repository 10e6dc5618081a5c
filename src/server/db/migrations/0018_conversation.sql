-- listen: conversations by menu. What came in by a menu is marked as such: its sealed text is answers, not prose.
alter table listen_inbound add column via text not null default 'text' check (via in ('text', 'menu'));
select ctx.tag('listen_inbound', '{"none":["via"]}');
grant select (via) on listen_inbound to salama_listener, salama_coordinator, salama_protection;

create table listen_conversation (
  contact_id text primary key references protect_contact,
  gateway_id text not null,
  session_key bytea not null,
  source_key bytea not null,
  abuse_key bytea not null,
  state_ct bytea not null,
  tellable boolean not null default false,
  began_at timestamptz not null,
  touched_at timestamptz not null,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table listen_conversation is 'Where a menu stands on one phone, sealed, for half an hour after its last step; then what was told is filed and the row is gone.';
select ctx.tag('listen_conversation', '{"none":["gateway_id","tellable","began_at","touched_at","origin"],"pseudonym":["contact_id","session_key","source_key","abuse_key"],"sealed-content":["state_ct"]}');
create index listen_conversation_touched on listen_conversation (touched_at);
alter table listen_conversation enable row level security;
alter table listen_conversation force row level security;
grant select, insert, update on listen_conversation to salama_intake;
create policy intake_works on listen_conversation to salama_intake using (true) with check (true);
grant select, update (touched_at), delete on listen_conversation to salama_worker;
create policy worker_works on listen_conversation to salama_worker using (true) with check (true);

create table listen_call (
  id text primary key,
  contact_id text not null references protect_contact,
  gateway_id text not null,
  source_key bytea not null,
  abuse_key bytea not null,
  dedupe_key bytea not null unique,
  called_at timestamptz not null,
  asked_at timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table listen_call is 'Somebody rang and hung up. One task to call back per contact and hour.';
select ctx.tag('listen_call', '{"none":["id","gateway_id","called_at","asked_at","origin"],"pseudonym":["contact_id","source_key","abuse_key","dedupe_key"]}');
create index listen_call_contact on listen_call (contact_id, called_at);
alter table listen_call enable row level security;
alter table listen_call force row level security;
grant insert on listen_call to salama_intake;
grant select (id, dedupe_key) on listen_call to salama_intake;
create policy intake_works on listen_call to salama_intake using (true) with check (true);
grant select, update (asked_at) on listen_call to salama_worker;
create policy worker_works on listen_call to salama_worker using (true) with check (true);
