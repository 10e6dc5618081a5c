-- listen: what a text cost is written down as it leaves, at the price of that moment, and added to the sums of its day every few seconds. One
-- task and one locked row of the day for each text were an eighth of all the work that follows from a text.
create table listen_cost_due (
  id bigint generated always as identity primary key,
  gateway_id text not null references listen_channel,
  contact_id text not null,
  segments int not null,
  price int,
  sent_at timestamptz not null
);
comment on table listen_cost_due is 'Texts that left and are not in listen_cost_day yet; gone when they are. price in thousandths a segment, null when nobody said one.';
select ctx.tag('listen_cost_due', '{"none":["id","gateway_id","segments","price","sent_at"],"pseudonym":["contact_id"]}');
create index listen_cost_due_gateway on listen_cost_due (gateway_id);
alter table listen_cost_due enable row level security;
alter table listen_cost_due force row level security;
do $$ begin execute format('create policy owner_works on listen_cost_due to %I using (true) with check (true)', current_user); end $$;
create policy courier_works on listen_cost_due for insert to salama_courier with check (true);
create policy worker_works on listen_cost_due to salama_worker using (true) with check (true);
select ctx.guard('listen_cost_due');
grant insert on listen_cost_due to salama_courier;
grant select, delete on listen_cost_due to salama_worker;

with asked as (delete from task where hearing = 'count-cost' and state = 'waiting' returning payload)
insert into listen_cost_due (gateway_id, contact_id, segments, price, sent_at)
select o.gateway_id, o.contact_id, (asked.payload ->> 'segments')::int, c.segment_price, now()
from asked join listen_outbound o on o.id = asked.payload ->> 'outboundId' join listen_channel c on c.id = o.gateway_id;

-- Whether somebody spoke of a matter before is asked of every voice that joins it: by the source, not by counting all of them.
drop index respond_telling_concern;
create index respond_telling_concern on respond_telling (concern_id, source_key);
