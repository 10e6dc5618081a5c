-- listen: what came in (immutable, sealed), what it was understood to say (versioned), what goes out.
create table listen_inbound (
  id text primary key,
  channel text not null,
  contact_id text not null references protect_contact,
  source_key bytea not null,
  abuse_key bytea not null,
  dedupe_key bytea not null unique,
  body_hash bytea not null,
  text_ct bytea not null,
  sent_at timestamptz,
  received_at timestamptz not null,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table listen_inbound is 'Every inbound text, sealed and never changed. The dedupe key makes a repeat of the gateway the same row.';
select ctx.tag('listen_inbound', '{"none":["id","channel","sent_at","received_at","origin"],"pseudonym":["contact_id","source_key","abuse_key","dedupe_key","body_hash"],"sealed-content":["text_ct"]}');
create index listen_inbound_contact on listen_inbound (contact_id, received_at);

create table listen_part (
  set_key bytea not null,
  number int not null check (number between 1 and 255),
  total int not null check (total between 2 and 255),
  series int not null default 0,
  channel text not null,
  contact_id text not null references protect_contact,
  source_key bytea not null,
  abuse_key bytea not null,
  dedupe_key bytea not null,
  body_hash bytea not null,
  text_ct bytea not null,
  received_at timestamptz not null,
  inbound_id text references listen_inbound,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay')),
  primary key (set_key, series, number)
);
comment on table listen_part is 'Parts of long texts, until whole, or filed as partial after 10 minutes.';
select ctx.tag('listen_part', '{"none":["number","total","series","channel","received_at","inbound_id","origin"],"pseudonym":["set_key","contact_id","source_key","abuse_key","dedupe_key","body_hash"],"sealed-content":["text_ct"]}');
create unique index listen_part_dedupe on listen_part (dedupe_key);
create index listen_part_contact on listen_part (contact_id);
create index listen_part_inbound on listen_part (inbound_id);
create index listen_part_waiting on listen_part (received_at) where inbound_id is null;

create table listen_outcome (
  message_id text primary key references listen_inbound,
  kind text not null check (kind in ('report', 'addition', 'reply', 'zero', 'command', 'noise', 'opt-out', 'asked', 'person')),
  subject_id text,
  at timestamptz not null
);
comment on table listen_outcome is 'As what an inbound message ended: exactly one row each.';
select ctx.tag('listen_outcome', '{"none":["message_id","kind","subject_id","at"]}');

create table listen_report (
  id text primary key,
  contact_id text not null references protect_contact,
  source_key bytea not null,
  council_id text,
  version int not null,
  lane text not null check (lane in ('ordinary', 'protection', 'oversight')),
  type_code text references know_type,
  type_by text check (type_by in ('code', 'keyword', 'free-text', 'confirmed', 'listener')),
  area_id text references know_area,
  scope_id text,
  place_by text not null check (place_by in ('name', 'alias', 'council', 'listener', 'none')),
  language text not null,
  danger boolean not null,
  zero boolean not null default false,
  masked text,
  masked_ct bytea,
  told_at timestamptz not null,
  withdrawn_at timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay')),
  check (lane = 'ordinary' or masked is null)
);
comment on table listen_report is 'One telling by one person, as its newest interpretation has it. Masked text of the ordinary lane is plain; of the restricted lanes sealed.';
select ctx.tag('listen_report', '{"none":["id","council_id","version","lane","type_code","type_by","area_id","scope_id","place_by","language","danger","zero","told_at","withdrawn_at","origin"],"pseudonym":["contact_id","source_key"],"content":["masked"],"sealed-content":["masked_ct"]}');
create index listen_report_area on listen_report (area_id);
create index listen_report_type on listen_report (type_code);
create index listen_report_contact on listen_report (contact_id, told_at);

create table listen_report_message (
  report_id text not null references listen_report,
  message_id text not null references listen_inbound,
  primary key (report_id, message_id)
);
comment on table listen_report_message is 'Which messages a telling was read from.';
select ctx.tag('listen_report_message', '{"none":["report_id","message_id"]}');
create index listen_report_message_message on listen_report_message (message_id);

create table listen_interpretation (
  report_id text not null references listen_report,
  version int not null,
  by text not null,
  grammar text not null,
  understanding jsonb not null,
  at timestamptz not null,
  primary key (report_id, version)
);
comment on table listen_interpretation is 'Every reading of a telling, by grammar or listener; never changed, only followed by a newer one. Codes and flags only.';
select ctx.tag('listen_interpretation', '{"none":["report_id","version","grammar","understanding","at"],"staff":["by"]}');

create table listen_question (
  id text primary key,
  contact_id text not null references protect_contact,
  kind text not null check (kind in ('clearer', 'place', 'clear', 'solved', 'command')),
  subject_id text not null,
  message_id text,
  expects jsonb not null default '{}',
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  state text not null default 'open' check (state in ('open', 'answered', 'expired', 'withdrawn')),
  answer text
);
comment on table listen_question is 'A question put to a contact and what came back. One-time digits are kept as keyed hashes.';
select ctx.tag('listen_question', '{"none":["id","kind","subject_id","message_id","asked_at","expires_at","tries","state","answer"],"pseudonym":["contact_id"],"secret":["expects"]}');
create index listen_question_open on listen_question (contact_id, asked_at) where state = 'open';
create index listen_question_contact on listen_question (contact_id);
create index listen_question_expiry on listen_question (expires_at) where state = 'open';
create index listen_question_message on listen_question (message_id);

create table listen_outbound (
  id text primary key,
  seq bigint generated always as identity,
  contact_id text not null references protect_contact,
  template text not null,
  params_ct bytea,
  language text not null,
  urgency int not null default 3 check (urgency between 1 and 5),
  subject_id text,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'expired', 'uncertain', 'suppressed')),
  not_before timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  lease_until timestamptz,
  fence bigint not null default 0,
  provider_key bytea,
  segments int,
  last_problem text,
  created_at timestamptz not null,
  ended_at timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table listen_outbound is 'Every outbound text by catalogue key. The courier alone turns contact and key into number and words.';
select ctx.tag('listen_outbound', '{"none":["id","seq","template","language","urgency","subject_id","state","not_before","expires_at","attempts","lease_until","fence","segments","last_problem","created_at","ended_at","origin"],"pseudonym":["contact_id","provider_key"],"sealed-content":["params_ct"]}');
create index listen_outbound_due on listen_outbound (urgency desc, not_before) where state = 'queued';
create index listen_outbound_order on listen_outbound (contact_id, seq) where state in ('queued', 'sending');
create index listen_outbound_lease on listen_outbound (lease_until) where state = 'sending';
create unique index listen_outbound_provider on listen_outbound (provider_key) where provider_key is not null;
create index listen_outbound_contact on listen_outbound (contact_id, created_at);

create table listen_channel (
  id text primary key,
  channel text not null,
  settings_ct bytea not null,
  enabled boolean not null default true,
  sends boolean not null default false,
  down_since timestamptz,
  down_told_at timestamptz,
  last_in_at timestamptz,
  last_out_at timestamptz,
  created_at timestamptz not null
);
comment on table listen_channel is 'A configured gateway of a channel; settings hold secrets and are sealed.';
select ctx.tag('listen_channel', '{"none":["id","channel","enabled","sends","down_since","down_told_at","last_in_at","last_out_at","created_at"],"secret":["settings_ct"]}');

create table listen_handset (
  id text primary key,
  label text not null,
  number_ct bytea not null,
  created_at timestamptz not null
);
comment on table listen_handset is 'Simulated phones of the demonstration: invented numbers only.';
select ctx.tag('listen_handset', '{"none":["id","label","created_at"],"secret":["number_ct"]}');

create table listen_handset_text (
  id text primary key,
  handset_id text not null references listen_handset,
  direction text not null check (direction in ('in', 'out')),
  text_ct bytea not null,
  at timestamptz not null
);
comment on table listen_handset_text is 'What a simulated phone shows: sent and received. Exists in a demonstration only.';
select ctx.tag('listen_handset_text', '{"none":["id","handset_id","direction","at"],"sealed-content":["text_ct"]}');
create index listen_handset_text_handset on listen_handset_text (handset_id, at);
