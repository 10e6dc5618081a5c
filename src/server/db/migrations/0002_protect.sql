-- protect: who signs in, who speaks (as pseudonyms), and what only the courier can open.
create table protect_user (
  id text primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  password_hash text,
  totp_secret_ct bytea,
  totp_last_step bigint,
  locale text not null default 'pt' check (locale in ('pt', 'en')),
  state text not null default 'invited' check (state in ('invited', 'active', 'revoked')),
  contact_id text,
  created_at timestamptz not null
);
comment on table protect_user is 'Staff who sign in. Tellers never have a row here.';
select ctx.tag('protect_user', '{"none":["id","totp_last_step","locale","state","created_at","contact_id"],"staff":["login","name"],"secret":["password_hash","totp_secret_ct"]}');

create table protect_grant (
  id text primary key,
  user_id text not null references protect_user,
  role text not null check (role in ('administrator', 'coordinator', 'post-commander', 'district-commander', 'protection-officer', 'listener', 'auditor')),
  area_id text,
  post_id text,
  language text,
  own_council_id text,
  granted_by text not null,
  confirmed_by text,
  valid_from timestamptz not null,
  valid_to timestamptz
);
comment on table protect_grant is 'A role over an area, a post or a language, with the dates in which it holds. Police and programme roles never share a person.';
select ctx.tag('protect_grant', '{"none":["id","user_id","role","area_id","post_id","language","own_council_id","valid_from","valid_to"],"staff":["granted_by","confirmed_by"]}');
create index protect_grant_user on protect_grant (user_id);

create table protect_session (
  token_hash bytea primary key,
  user_id text not null references protect_user,
  grant_id text not null references protect_grant,
  role text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  stepped_up_at timestamptz,
  revoked_at timestamptz
);
comment on table protect_session is 'One signed-in browser. Only the SHA-256 of its token is kept.';
select ctx.tag('protect_session', '{"none":["user_id","grant_id","role","created_at","seen_at","expires_at","stepped_up_at","revoked_at"],"secret":["token_hash"]}');
create index protect_session_user on protect_session (user_id);
create index protect_session_grant on protect_session (grant_id);

create table protect_recovery_code (
  user_id text not null references protect_user,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
comment on table protect_recovery_code is 'Ten single-use codes for a lost second factor.';
select ctx.tag('protect_recovery_code', '{"none":["user_id","used_at"],"secret":["code_hash"]}');

create table protect_invitation (
  id text primary key,
  code_hash bytea not null unique,
  role text not null,
  area_id text,
  post_id text,
  language text,
  own_council_id text,
  invited_by text not null,
  confirmed_by text,
  expires_at timestamptz not null,
  used_by text references protect_user,
  used_at timestamptz
);
comment on table protect_invitation is 'A single-use way in for one person and one role.';
select ctx.tag('protect_invitation', '{"none":["id","role","area_id","post_id","language","own_council_id","expires_at","used_by","used_at"],"staff":["invited_by","confirmed_by"],"secret":["code_hash"]}');

create index protect_invitation_used on protect_invitation (used_by);

create table protect_throttle (
  key_hash bytea primary key,
  failures int not null,
  last_at timestamptz not null
);
comment on table protect_throttle is 'Failed tries by keyed hash of account or network: slows, never locks.';
select ctx.tag('protect_throttle', '{"pseudonym":["key_hash"],"none":["failures","last_at"]}');

create table protect_nonce (
  nonce_hash bytea primary key,
  seen_at timestamptz not null
);
comment on table protect_nonce is 'Nonces of signed gateway calls of the last 24 hours.';
select ctx.tag('protect_nonce', '{"none":["nonce_hash","seen_at"]}');

create table protect_contact (
  id text primary key,
  kind text not null check (kind in ('person', 'member', 'post', 'staff')),
  language text not null default 'pt' check (language in ('pt', 'en', 'sw', 'vmw', 'wmw', 'kde')),
  channel text not null,
  safe_from int check (safe_from between 0 and 23),
  safe_to int check (safe_to between 0 and 23),
  do_not_reply boolean not null default false,
  opted_out_at timestamptz,
  greeted_at timestamptz,
  created_at timestamptz not null,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay'))
);
comment on table protect_contact is 'The far end of a conversation, known by pseudonym only. Safe hours and wishes hold from the first text.';
select ctx.tag('protect_contact', '{"pseudonym":["id"],"none":["kind","language","channel","safe_from","safe_to","do_not_reply","opted_out_at","greeted_at","created_at","origin"]}');

create table protect_pseudonym (
  pseudonym bytea primary key,
  purpose text not null check (purpose in ('conversation', 'registry')),
  period text not null,
  contact_id text not null references protect_contact on delete cascade
);
comment on table protect_pseudonym is 'Keyed hash of a number, by purpose and period. The key lies outside the database.';
select ctx.tag('protect_pseudonym', '{"pseudonym":["pseudonym","contact_id"],"none":["purpose","period"]}');
create index protect_pseudonym_contact on protect_pseudonym (contact_id);

create table protect_route (
  id text primary key,
  contact_id text not null unique references protect_contact on delete cascade,
  key_id text not null,
  sealed bytea not null,
  expires_at timestamptz
);
comment on table protect_route is 'Sealed way back to a contact: only the courier holds the key. Deleted 30 days after the last concern closes.';
select ctx.tag('protect_route', '{"none":["id","key_id","expires_at"],"pseudonym":["contact_id"],"sealed-identity":["sealed"]}');

create table protect_vault (
  id text primary key,
  contact_id text not null unique references protect_contact on delete cascade,
  sealed bytea not null,
  expires_at timestamptz not null
);
comment on table protect_vault is 'Sealed identity for protection: opens only with one key of group A and one of group B. At most 12 months.';
select ctx.tag('protect_vault', '{"none":["id","expires_at"],"pseudonym":["contact_id"],"sealed-identity":["sealed"]}');

-- Who is asking. Security definer with a fixed search path: the session table itself is unreadable to runtime roles.
create function ctx.session() returns protect_session language sql stable security definer set search_path = pg_catalog, public as $$
  select s from protect_session s
  where s.token_hash = sha256(convert_to(nullif(current_setting('salama.token', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now()
$$;
create function ctx.user_id() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select (ctx.session()).user_id
$$;
create function ctx.role() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select (ctx.session()).role
$$;
create function ctx.languages() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(g.language), '{}') from protect_grant g
  where g.id = (ctx.session()).grant_id and g.language is not null and (g.valid_to is null or g.valid_to > now())
$$;
create function ctx.own_council() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select g.own_council_id from protect_grant g where g.id = (ctx.session()).grant_id
$$;
