-- The ground: login and class roles come from the runner (they belong to the cluster); here is what every room stands on.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema ctx;
comment on schema ctx is 'Who is asking: resolves the opaque session token of a transaction. Nothing here trusts a setting that carries areas or roles.';

-- Tags every column: 'pii:<kind>'. Kinds: none, staff, pseudonym, sealed-identity, content, sealed-content, secret.
-- A house test refuses a column without a tag.
create function ctx.tag(relation regclass, tags jsonb) returns void language plpgsql set search_path = pg_catalog, public as $$
declare kind text; columns jsonb; name text;
begin
  for kind, columns in select * from jsonb_each(tags) loop
    for name in select jsonb_array_elements_text(columns) loop
      execute format('comment on column %s.%I is %L', relation, name, 'pii:' || kind);
    end loop;
  end loop;
end $$;

create table journal (
  seq bigint generated always as identity primary key,
  id text not null unique,
  at timestamptz not null,
  kind text not null check (kind in ('event', 'read')),
  event text not null,
  actor text not null,
  role text not null,
  subject_id text not null,
  lane text check (lane in ('ordinary', 'protection', 'oversight')),
  scope_id text,
  post_id text,
  payload jsonb not null default '{}',
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table journal is 'Append-only facts: audit trail, source of every hearing and timeline in one. Ids, codes and states only; never a name, number or text.';
select ctx.tag('journal', '{"none":["seq","id","at","kind","event","role","subject_id","lane","scope_id","post_id","payload","origin"],"staff":["actor"]}');
create index journal_subject on journal (subject_id, seq);
create index journal_actor on journal (actor, seq) where actor like 'us\_%';

create table task (
  id text primary key,
  journal_id text,
  hearing text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'buried')),
  attempts int not null default 0,
  lease_until timestamptz,
  fence bigint not null default 0,
  last_problem text,
  created_at timestamptz not null default now()
);
comment on table task is 'Work that a fact set off, or that must be tried again. Done rows are deleted; buried rows wait for a person.';
select ctx.tag('task', '{"none":["id","journal_id","hearing","payload","run_at","state","attempts","lease_until","fence","last_problem","created_at"]}');
create index task_due on task (run_at) where state = 'waiting';
create index task_journal on task (journal_id);

create table programme (
  one boolean primary key default true check (one),
  name text not null,
  country text not null,
  demonstration boolean not null,
  sending boolean not null default true,
  epoch text not null,
  created_at timestamptz not null
);
comment on table programme is 'The one row that says what this database is: a real programme or a marked demonstration.';
select ctx.tag('programme', '{"none":["one","name","country","demonstration","sending","epoch","created_at"]}');
