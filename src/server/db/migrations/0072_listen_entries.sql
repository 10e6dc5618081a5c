-- listen: tellings that a person of the programme enters for somebody: at the desk, from paper, on the telephone.
alter table listen_inbound drop constraint listen_inbound_via_check,
  add constraint listen_inbound_via_check check (via in ('text', 'menu', 'page', 'call', 'walk-in', 'paper'));

alter table listen_report add column via text not null default 'text' check (via in ('text', 'menu', 'page', 'call', 'walk-in', 'paper'));
select ctx.tag('listen_report', '{"none":["via"]}');
grant select (via) on listen_report to salama_coordinator, salama_protection;
update listen_report r set via = i.via from listen_report_message m join listen_inbound i on i.id = m.message_id and i.via <> 'text'
  where m.report_id = r.id;

create table listen_entry (
  message_id text primary key references listen_inbound,
  entered_by text not null,
  source text not null check (source in ('call', 'walk-in', 'paper')),
  way_back text not null check (way_back in ('none', 'phone', 'code', 'known')),
  may_answer boolean not null,
  may_refer text not null check (may_refer in ('yes', 'no', 'not-asked')),
  entered_at timestamptz not null,
  origin text not null default 'live' check (origin in ('live', 'demonstration', 'replay', 'import'))
);
comment on table listen_entry is 'Who entered a telling for somebody, from what, and what the teller agreed to: recorded at all, answered, referred. Apart from the teller.';
select ctx.tag('listen_entry', '{"none":["message_id","source","way_back","may_answer","may_refer","entered_at","origin"],"staff":["entered_by"]}');
create index listen_entry_by on listen_entry (entered_by, entered_at);
alter table listen_entry enable row level security;
alter table listen_entry force row level security;
do $$ begin execute format('create policy owner_works on listen_entry to %I using (true) with check (true)', current_user); end $$;
create policy intake_works on listen_entry to salama_intake using (true) with check (true);
grant insert on listen_entry to salama_intake;
create policy worker_works on listen_entry to salama_worker using (true) with check (true);
grant select on listen_entry to salama_worker;
select ctx.guard('listen_entry');

-- The same words entered again within days: intake may see that a text is the same, by its keyed hash alone.
grant select (received_at, via) on listen_inbound to salama_intake;
create index listen_inbound_entered on listen_inbound (body_hash) where via in ('call', 'walk-in', 'paper');

-- What a teller agreed to when her telling was entered is kept with her case.
grant insert on respond_consent to salama_worker;
