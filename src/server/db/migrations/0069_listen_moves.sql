-- listen: a telling whose teller has a new number. For two days the old phone may say that it was not she.
create table listen_move (
  report_id text not null references listen_report,
  from_contact text not null references protect_contact,
  moved_at timestamptz not null,
  primary key (report_id, from_contact)
);
comment on table listen_move is 'To whom a telling went before somebody with its code moved it to another phone; gone after two days.';
select ctx.tag('listen_move', '{"none":["report_id","moved_at"],"pseudonym":["from_contact"]}');
create index listen_move_from on listen_move (from_contact, moved_at);
alter table listen_move enable row level security;
alter table listen_move force row level security;
do $$ begin execute format('create policy owner_works on listen_move to %I using (true) with check (true)', current_user); end $$;
select ctx.guard('listen_move');
grant select, insert, update, delete on listen_move to salama_worker;
create policy worker_works on listen_move to salama_worker using (true) with check (true);
