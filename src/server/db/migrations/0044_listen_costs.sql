-- listen: what sending costs. Which gateway took a text, what a segment costs there, and the sums of a day by gateway and council.

alter table listen_outbound add column gateway_id text;
select ctx.tag('listen_outbound', '{"none":["gateway_id"]}');
grant update (gateway_id) on listen_outbound to salama_courier;
create index listen_outbound_troubled on listen_outbound (ended_at) where state in ('uncertain', 'failed', 'expired');

alter table listen_channel add column segment_price int check (segment_price between 0 and 1000000);
comment on column listen_channel.segment_price is 'Thousandths of the currency that a segment costs; null when nobody said.';
select ctx.tag('listen_channel', '{"none":["segment_price"]}');
grant select (segment_price) on listen_channel to salama_administrator, salama_auditor;
grant update (segment_price) on listen_channel to salama_administrator;
create policy administrator_prices on listen_channel for update to salama_administrator using (true) with check (true);

create table listen_cost_day (
  gateway_id text not null references listen_channel,
  day date not null,
  council_id text references know_council,
  texts int not null,
  segments int not null,
  cost bigint not null,
  unpriced int not null,
  unique nulls not distinct (day, gateway_id, council_id)
);
comment on table listen_cost_day is 'Roll-up of texts that left: by day of the programme, gateway and the council whose member got them (null: nobody''s member). cost in thousandths at the price of that moment; unpriced: segments sent while no price was known.';
select ctx.tag('listen_cost_day', '{"none":["gateway_id","day","council_id","texts","segments","cost","unpriced"]}');
create index listen_cost_day_gateway on listen_cost_day (gateway_id);
create index listen_cost_day_council on listen_cost_day (council_id);

alter table listen_cost_day enable row level security;
alter table listen_cost_day force row level security;
do $$ begin execute format('create policy owner_works on listen_cost_day to %I using (true) with check (true)', current_user); end $$;
create policy worker_works on listen_cost_day to salama_worker using (true) with check (true);
select ctx.guard('listen_cost_day');
grant select, insert, update on listen_cost_day to salama_worker;
grant select on listen_cost_day to salama_administrator, salama_auditor;
-- Of all lanes together: whoever reads the ordinary lane could subtract what she knows and see that something restricted was told.
create policy administrator_sees on listen_cost_day for select to salama_administrator, salama_auditor using (true);
grant select (id, name, area_id) on know_council to salama_administrator, salama_auditor;
create policy payer_sees on know_council for select to salama_administrator, salama_auditor using (true);

-- How many texts wait, and how many went wrong since a moment: numbers only, of all lanes together, for those who keep the gateways.
create function ctx.outbound_counts(since timestamptz) returns table (waiting int, uncertain int, failed int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*)::int from listen_outbound o where o.state = 'queued'),
    (select count(*)::int from listen_outbound o where o.state in ('uncertain', 'failed', 'expired') and o.state = 'uncertain' and o.ended_at >= since),
    (select count(*)::int from listen_outbound o where o.state in ('uncertain', 'failed', 'expired') and o.state <> 'uncertain' and o.ended_at >= since)
  where ctx.role() in ('administrator', 'auditor')
$$;
revoke execute on function ctx.outbound_counts(timestamptz) from public;
grant execute on function ctx.outbound_counts(timestamptz) to salama_administrator, salama_auditor;
