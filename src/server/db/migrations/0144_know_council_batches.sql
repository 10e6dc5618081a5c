-- know: councils come in by batches too, each of which can be taken back.
do $$ declare was text; begin
  select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = 'know_batch_kind_check';
  execute 'alter table know_batch drop constraint know_batch_kind_check, add constraint know_batch_kind_check '
    || replace(was, '''gazetteer''::text', '''gazetteer''::text, ''councils''::text');
end $$;
alter table know_council add column batch_id text references know_batch;
select ctx.tag('know_council', '{"none":["batch_id"]}');
create index know_council_batch on know_council (batch_id) where batch_id is not null;
