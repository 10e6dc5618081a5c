-- respond: the concern, its tellings, what a post reads of it, and the answered loop.
create table respond_concern (
  id text primary key,
  ref text not null unique,
  lane text not null check (lane in ('ordinary', 'protection', 'oversight')),
  type_code text references know_type,
  severity int not null check (severity between 1 and 5),
  danger boolean not null,
  area_id text references know_area,
  place_by text not null check (place_by in ('name', 'alias', 'council', 'listener', 'none', 'coordinator')),
  scope_id text,
  time_band text not null check (time_band in ('morning', 'afternoon', 'night')),
  told_on date not null,
  narrative text,
  narrative_ct bytea,
  voices int not null default 1,
  sources int not null default 1,
  state text not null check (state in ('triage', 'open', 'referred', 'answered', 'closed', 'merged', 'withdrawn')),
  hold_reasons text[] not null default '{}',
  triage_due_at timestamptz,
  opened_at timestamptz not null,
  released_at timestamptz,
  released_by text,
  answer_code text,
  answered_at timestamptz,
  closed_at timestamptz,
  close_reason text check (close_reason in ('solved', 'partly', 'silent', 'duplicate', 'withdrawn', 'referred')),
  reopened int not null default 0,
  merged_into text references respond_concern,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay')),
  check (lane = 'ordinary' or narrative is null)
);
comment on table respond_concern is 'The matter that one or more tellings are about. Narratives are masked; in restricted lanes sealed too.';
select ctx.tag('respond_concern', '{"none":["id","ref","lane","type_code","severity","danger","area_id","place_by","scope_id","time_band","told_on","voices","sources","state","hold_reasons","triage_due_at","opened_at","released_at","answer_code","answered_at","closed_at","close_reason","reopened","merged_into","origin"],"staff":["released_by"],"content":["narrative"],"sealed-content":["narrative_ct"]}');
create index respond_concern_queue on respond_concern (scope_id, state, severity desc, opened_at, id);
create index respond_concern_join on respond_concern (type_code, area_id, opened_at) where lane = 'ordinary' and state in ('triage', 'open', 'answered');
create index respond_concern_narrative on respond_concern using gin (narrative gin_trgm_ops) where lane = 'ordinary';
create index respond_concern_merged on respond_concern (merged_into);
create index respond_concern_type on respond_concern (type_code);
create index respond_concern_area on respond_concern (area_id);

create table respond_telling (
  report_id text primary key references listen_report,
  concern_id text not null references respond_concern,
  contact_id text not null references protect_contact,
  source_key bytea not null,
  lane text not null check (lane in ('ordinary', 'protection', 'oversight')),
  scope_id text,
  way_back boolean not null,
  joined_at timestamptz not null,
  answer_due_at timestamptz,
  answer_code text,
  answered_at timestamptz,
  clear_asked_at timestamptz,
  clear_rounds int not null default 0,
  clear text check (clear in ('yes', 'no')),
  solved_due_at timestamptz,
  solved_asked_at timestamptz,
  solved int check (solved between 1 and 4),
  code_hash bytea,
  withdrawn_at timestamptz
);
comment on table respond_telling is 'A report within its concern, and its own way through answer, clear? and solved?. The headline counts these rows.';
select ctx.tag('respond_telling', '{"none":["report_id","concern_id","lane","scope_id","way_back","joined_at","answer_due_at","answer_code","answered_at","clear_asked_at","clear_rounds","clear","solved_due_at","solved_asked_at","solved","withdrawn_at"],"pseudonym":["contact_id","source_key"],"secret":["code_hash"]}');
create index respond_telling_concern on respond_telling (concern_id);
create index respond_telling_contact on respond_telling (contact_id, joined_at);
create index respond_telling_solved on respond_telling (solved_due_at) where solved_asked_at is null and solved_due_at is not null;
create unique index respond_telling_code on respond_telling (code_hash) where code_hash is not null;

create table respond_brief (
  id text primary key,
  concern_id text not null references respond_concern,
  post_id text not null references know_post,
  scope_id text,
  kind text not null check (kind in ('brief', 'danger', 'escalation')),
  ref text not null,
  type_code text not null references know_type,
  severity int not null check (severity between 1 and 5),
  area_id text references know_area,
  time_band text not null check (time_band in ('morning', 'afternoon', 'night')),
  told_on date not null,
  sources text not null check (sources in ('one', 'several')),
  narrative text,
  why jsonb not null,
  state text not null default 'new' check (state in ('new', 'seen', 'going', 'done', 'cannot', 'handed-over', 'withdrawn')),
  released_at timestamptz not null,
  seen_due_at timestamptz not null,
  decide_due_at timestamptz not null,
  seen_shown_at timestamptz not null,
  decide_shown_at timestamptz not null,
  seen_at timestamptz,
  decided_at timestamptz,
  cannot_reason text,
  reopened_at timestamptz,
  seen_missed_at timestamptz,
  decide_missed_at timestamptz,
  hand_over_to text references know_post,
  hand_over_due_at timestamptz,
  handed_from text references respond_brief,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table respond_brief is 'What one post reads of a released concern, and the post''s own clock and work. The only table of this room a post can reach.';
select ctx.tag('respond_brief', '{"none":["id","concern_id","post_id","scope_id","kind","ref","type_code","severity","area_id","time_band","told_on","sources","why","state","released_at","seen_due_at","decide_due_at","seen_shown_at","decide_shown_at","seen_at","decided_at","cannot_reason","reopened_at","seen_missed_at","decide_missed_at","hand_over_to","hand_over_due_at","handed_from","origin"],"content":["narrative"]}');
create index respond_brief_post on respond_brief (post_id, state, severity desc, released_at, id);
create index respond_brief_area on respond_brief (area_id);
create index respond_brief_type on respond_brief (type_code);
create index respond_brief_concern on respond_brief (concern_id);
create index respond_brief_clock on respond_brief (least(seen_due_at, decide_due_at)) where state in ('new', 'seen', 'going');
create index respond_brief_hand_over on respond_brief (hand_over_to) where hand_over_to is not null;
create index respond_brief_from on respond_brief (handed_from) where handed_from is not null;

create table respond_ladder (
  concern_id text primary key references respond_concern,
  rung int not null default 0,
  next_at timestamptz,
  started_at timestamptz not null,
  answered_at timestamptz,
  answered_by text
);
comment on table respond_ladder is 'The danger ladder of a concern: duty phone and duty coordinator at once, deputy at 10, district at 20, provincial coordinator at 40 minutes, until a person takes it.';
select ctx.tag('respond_ladder', '{"none":["concern_id","rung","next_at","started_at","answered_at"],"staff":["answered_by"]}');
create index respond_ladder_next on respond_ladder (next_at) where answered_at is null;

create table respond_duplicate (
  concern_id text not null references respond_concern,
  other_id text not null references respond_concern,
  score real not null check (score between 0 and 1),
  state text not null default 'offered' check (state in ('offered', 'joined', 'refused')),
  scope_id text,
  at timestamptz not null,
  primary key (concern_id, other_id)
);
comment on table respond_duplicate is 'Concerns that look like the same matter: offered to a coordinator, never merged silently.';
select ctx.tag('respond_duplicate', '{"none":["concern_id","other_id","score","state","scope_id","at"]}');
create index respond_duplicate_other on respond_duplicate (other_id);

create table respond_referral (
  id text primary key,
  concern_id text not null references respond_concern,
  lane text not null check (lane in ('protection', 'oversight')),
  body text not null,
  consent text not null check (consent in ('given', 'not-needed')),
  consent_at timestamptz not null,
  referred_by text not null,
  referred_at timestamptz not null,
  accepted_at timestamptz
);
comment on table respond_referral is 'A restricted concern referred out to a named body, with the teller''s recorded consent.';
select ctx.tag('respond_referral', '{"none":["id","concern_id","lane","body","consent","consent_at","referred_at","accepted_at"],"staff":["referred_by"]}');
create index respond_referral_concern on respond_referral (concern_id);
