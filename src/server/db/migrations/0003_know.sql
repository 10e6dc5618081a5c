-- know: areas, services, posts, councils, who answers for what, and what waits for a person.
create table know_area (
  id text primary key,
  parent_id text references know_area,
  kind text not null check (kind in ('country', 'province', 'district', 'administrative-post', 'locality', 'bairro', 'quarteirao', 'village')),
  name text not null,
  folded text not null,
  lineage text[] not null,
  scope_id text not null,
  lon double precision,
  lat double precision,
  population int check (population >= 0),
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table know_area is 'The administrative tree. scope_id is the nearest district or wider: the grain at which roles are cut.';
select ctx.tag('know_area', '{"none":["id","parent_id","kind","name","folded","lineage","scope_id","lon","lat","population","valid_from","valid_to","origin"]}');
create index know_area_parent on know_area (parent_id);
create index know_area_folded on know_area using gin (folded gin_trgm_ops);
create index know_area_scope on know_area (scope_id);

create table know_area_code (
  area_id text not null references know_area,
  scheme text not null,
  code text not null,
  primary key (area_id, scheme)
);
comment on table know_area_code is 'Codes by scheme. The same p-code means different districts in two vintages, so a code is never a key.';
select ctx.tag('know_area_code', '{"none":["area_id","scheme","code"]}');

create table know_area_alias (
  area_id text not null references know_area,
  alias text not null,
  folded text not null,
  primary key (area_id, folded)
);
comment on table know_area_alias is 'Old, local and misspelt names of an area.';
select ctx.tag('know_area_alias', '{"none":["area_id","alias","folded"]}');

create table know_type (
  code text primary key,
  class_code text not null,
  label_pt text not null,
  label_en text not null,
  label_sw text,
  severity int not null check (severity between 1 and 5),
  lane text not null check (lane in ('ordinary', 'protection', 'oversight')),
  lane_if jsonb not null default '[]',
  rule_release boolean not null,
  danger boolean not null,
  solved_after_hours int not null check (solved_after_hours > 0),
  enabled boolean not null default true
);
comment on table know_type is 'Types of concern of the programme, from data/taxonomy.csv.';
select ctx.tag('know_type', '{"none":["code","class_code","label_pt","label_en","label_sw","severity","lane","lane_if","rule_release","danger","solved_after_hours","enabled"]}');

create table know_post (
  id text primary key,
  service text not null check (service in ('police', 'border', 'migration', 'customs', 'investigation', 'protection', 'health', 'social', 'water', 'administration', 'humanitarian', 'demining', 'mediation', 'communication')),
  name text not null,
  area_id text not null references know_area,
  scope_id text not null,
  superior_id text references know_post,
  contact_id text references protect_contact,
  active boolean not null default true,
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table know_post is 'A unit of a service. Its duty phone is a registered contact, never a number here.';
select ctx.tag('know_post', '{"none":["id","service","name","area_id","scope_id","superior_id","contact_id","active","valid_from","valid_to","origin"]}');
create index know_post_superior on know_post (superior_id);
create index know_post_scope on know_post (scope_id);
create index know_post_area on know_post (area_id);
create index know_post_contact on know_post (contact_id);

create table know_responsibility (
  id text primary key,
  post_id text not null references know_post,
  area_id text not null references know_area,
  type_code text,
  class_code text,
  lane text not null default 'ordinary' check (lane in ('ordinary', 'protection', 'oversight')),
  rank int not null default 1,
  valid_from timestamptz not null,
  valid_to timestamptz,
  check (type_code is not null or class_code is not null)
);
comment on table know_responsibility is 'Who answers for a type (or a whole class) in an area, from when to when. The most exact row wins: type before class, nearer area before wider, then rank.';
select ctx.tag('know_responsibility', '{"none":["id","post_id","area_id","type_code","class_code","lane","rank","valid_from","valid_to"]}');
create index know_responsibility_post on know_responsibility (post_id);
create index know_responsibility_area on know_responsibility (area_id);

create table know_council (
  id text primary key,
  name text not null,
  area_id text not null references know_area,
  scope_id text not null,
  language text not null default 'pt' check (language in ('pt', 'en', 'sw', 'vmw', 'wmw', 'kde')),
  status text not null default 'active' check (status in ('proposed', 'established', 'active', 'dormant', 'suspended', 'displaced', 're-activated', 'closed')),
  created_at timestamptz not null,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table know_council is 'A community safety council.';
select ctx.tag('know_council', '{"none":["id","name","area_id","scope_id","language","status","created_at","origin"]}');
create index know_council_scope on know_council (scope_id);
create index know_council_area on know_council (area_id);

create table know_member (
  contact_id text primary key references protect_contact,
  council_id text not null references know_council,
  function text not null check (function in ('focal-point', 'chair', 'secretary', 'member')),
  valid_from timestamptz not null,
  valid_to timestamptz
);
comment on table know_member is 'Which council a registered contact speaks for. No name is kept.';
select ctx.tag('know_member', '{"pseudonym":["contact_id"],"none":["council_id","function","valid_from","valid_to"]}');
create index know_member_council on know_member (council_id);

create table know_duty (
  area_id text not null references know_area,
  rung text not null check (rung in ('duty-coordinator', 'deputy', 'district-coordinator', 'provincial-coordinator')),
  user_id text not null references protect_user,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (area_id, rung, valid_from)
);
comment on table know_duty is 'Who is on duty for the danger ladder of an area.';
select ctx.tag('know_duty', '{"none":["area_id","rung","valid_from","valid_to"],"staff":["user_id"]}');
create index know_duty_user on know_duty (user_id);

create table know_todo (
  id text primary key,
  kind text not null check (kind in ('triage', 'listen', 'unclear', 'unanswered-question', 'nobody-responsible', 'explain-again', 'hand-over-overdue', 'clock-missed', 'danger', 'message-undelivered', 'gateway-down', 'work-buried', 'post-cannot', 'worse', 'grant', 'call-back')),
  role text not null check (role in ('administrator', 'coordinator', 'protection-officer', 'listener', 'auditor')),
  subject_id text not null,
  message_id text,
  lane text not null default 'ordinary' check (lane in ('ordinary', 'protection', 'oversight')),
  scope_id text,
  language text,
  council_id text,
  state text not null default 'open' check (state in ('open', 'taken', 'done')),
  taken_by text,
  done_by text,
  opened_at timestamptz not null,
  due_at timestamptz,
  done_at timestamptz,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table know_todo is 'What waits for a person: whose role, where, until when.';
select ctx.tag('know_todo', '{"none":["id","kind","role","subject_id","message_id","lane","scope_id","language","council_id","state","opened_at","due_at","done_at","origin"],"staff":["taken_by","done_by"]}');
create unique index know_todo_once on know_todo (kind, subject_id) where state <> 'done';
create index know_todo_open on know_todo (role, scope_id, opened_at) where state <> 'done';
create index know_todo_message on know_todo (message_id);

-- What a session may see. Arrays are small: scopes are districts and wider.
create function ctx.areas() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(a.id), '{}')
  from protect_grant g join know_area a on g.area_id = any(a.lineage) and a.id = a.scope_id
  where g.id = (ctx.session()).grant_id and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
$$;
create function ctx.posts() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive own as (
    select p.id, g.role from protect_grant g join know_post p on p.id = g.post_id
    where g.id = (ctx.session()).grant_id and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
    union
    select p.id, own.role from know_post p join own on p.superior_id = own.id where own.role = 'district-commander'
  )
  select coalesce(array_agg(id), '{}') from own
$$;
