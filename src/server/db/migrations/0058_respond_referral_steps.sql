-- respond: a referral goes to a service of the directory and has steps: offered, sent, accepted or declined, done.
alter table respond_referral add column service_id text references know_referral_service,
  add column sent_at timestamptz, add column declined_at timestamptz,
  add column decline_reason text check (decline_reason in ('full', 'far', 'not-theirs', 'unreachable', 'unsafe')),
  add column done_at timestamptz,
  alter column consent drop not null, alter column consent_at drop not null;
update respond_referral set sent_at = referred_at;
alter table respond_referral add check ((declined_at is null) = (decline_reason is null)),
  add check (sent_at is null or consent is not null);
select ctx.tag('respond_referral', '{"none":["service_id","sent_at","declined_at","decline_reason","done_at"]}');
create index respond_referral_service on respond_referral (service_id) where service_id is not null;
grant select on respond_consent to salama_worker;
-- know: a task to warn a service after consent was taken back, beside whatever kinds there are.
do $$ declare known text; begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'know_todo_kind_check';
  execute 'alter table know_todo drop constraint know_todo_kind_check, add constraint know_todo_kind_check '
    || replace(known, '''triage''::text', '''triage''::text, ''warn-service''::text');
end $$;
