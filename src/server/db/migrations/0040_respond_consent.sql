-- respond: what a teller said when she was asked whether her matter may be referred out. Every answer stays; the newest decides.
create table respond_consent (
  id text primary key,
  concern_id text not null references respond_concern,
  lane text not null check (lane in ('protection', 'oversight')),
  answer text not null check (answer in ('yes', 'no', 'withdrawn')),
  asked_by text not null,
  asked_at timestamptz not null,
  undone_at timestamptz
);
comment on table respond_consent is 'Whether a teller of a restricted concern agrees that it is referred out: each time she was asked, by whom and what she said. No text.';
select ctx.tag('respond_consent', '{"none":["id","concern_id","lane","answer","asked_at","undone_at"],"staff":["asked_by"]}');
create index respond_consent_concern on respond_consent (concern_id, asked_at desc, id desc);
alter table respond_consent enable row level security;
alter table respond_consent force row level security;
do $$ begin execute format('create policy owner_works on respond_consent to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on respond_consent to salama_worker using (true) with check (true);
select ctx.guard('respond_consent');
grant select, insert, update (undone_at) on respond_consent to salama_protection;
create policy protection_works on respond_consent to salama_protection using (true) with check (true);
