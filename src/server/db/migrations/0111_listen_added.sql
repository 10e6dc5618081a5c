-- listen: what was added to a text that is still unclear belongs to it until both are a telling: whoever has its task reads all of it, and
-- taken back, all of it goes.
create table listen_added (
  message_id text primary key references listen_inbound,
  first_id text not null references listen_inbound
);
comment on table listen_added is 'What was added, by a code or as the answer to a question, to a text that nobody has understood yet.';
select ctx.tag('listen_added', '{"none":["message_id","first_id"]}');
create index listen_added_first on listen_added (first_id);
alter table listen_added enable row level security;
alter table listen_added force row level security;
do $$ begin execute format('create policy owner_works on listen_added to %I using (true) with check (true)', current_user); end $$;
select ctx.guard('listen_added');
grant select, insert, delete on listen_added to salama_worker;
create policy worker_works on listen_added to salama_worker using (true) with check (true);

grant select (message_id, first_id) on listen_added to salama_coordinator, salama_protection, salama_listener;
create policy todo_reads on listen_added for select to salama_coordinator, salama_protection, salama_listener
  using (first_id in (select t.message_id from know_todo t where t.state = 'taken' and t.taken_by = (select ctx.user_id())));
create policy added_reads on listen_inbound for select to salama_coordinator, salama_protection, salama_listener
  using (id in (select a.message_id from listen_added a));
