-- protect: somebody who works here gives the telephone on which the programme reaches her. Sealed like every number and shown to nobody; it
-- is used only once digits that were sent to it came back. Only she herself gives, changes and ends it.
create table protect_phone (
  user_id text not null references protect_user,
  state text not null check (state in ('given', 'proven')),
  contact_id text not null references protect_contact,
  tail text not null check (tail ~ '^[0-9]{2}$'),
  -- Kept until it is proven: only then the number is known as one of the programme's.
  registry bytea,
  digits_hash bytea,
  tries int not null default 0,
  given_at timestamptz not null,
  primary key (user_id, state)
);
comment on table protect_phone is 'The telephone of somebody who works here: given, and in use since the digits sent to it came back.';
select ctx.tag('protect_phone', '{"none":["user_id","state","contact_id","tries","given_at"],"staff":["tail"],"pseudonym":["registry"],"secret":["digits_hash"]}');
create index protect_phone_contact on protect_phone (contact_id);
alter table protect_phone enable row level security;
alter table protect_phone force row level security;
do $$ begin execute format('create policy owner_works on protect_phone to %I using (true) with check (true)', current_user); end $$;
select ctx.guard('protect_phone');
grant insert on protect_phone to salama_intake;
create policy intake_works on protect_phone to salama_intake using (true) with check (true);
grant select (user_id, state, contact_id), update (digits_hash) on protect_phone to salama_worker;
create policy worker_works on protect_phone to salama_worker using (true) with check (true);

-- Nothing of it is left but an empty contact, and that its texts went out.
create function ctx.forget_phone(person text, which text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare gone text;
begin
  delete from protect_phone p where p.user_id = person and p.state = which returning p.contact_id into gone;
  if gone is null then return false; end if;
  update protect_user u set contact_id = null where u.id = person and u.contact_id = gone;
  delete from protect_route r where r.contact_id = gone;
  delete from protect_vault v where v.contact_id = gone;
  delete from protect_pseudonym p where p.contact_id = gone;
  update protect_contact c set erased_at = now() where c.id = gone;
  return true;
end $$;
revoke execute on function ctx.forget_phone(text, text) from public;

-- Given anew, or not proven in time. `contact`: this one alone, or whichever it is.
create function ctx.drop_given_phone(person text, contact text) returns boolean language sql volatile security definer set search_path = pg_catalog, public as $$
  select ctx.forget_phone(person, 'given') where contact is null
    or exists (select from protect_phone p where p.user_id = person and p.state = 'given' and p.contact_id = contact)
$$;
revoke execute on function ctx.drop_given_phone(text, text) from public;
grant execute on function ctx.drop_given_phone(text, text) to salama_intake, salama_worker;

-- What she may read of her own: two digits, never the number.
create function ctx.own_phones() returns table (state text, tail text, given_at timestamptz) language sql stable security definer set search_path = pg_catalog, public as $$
  select p.state, p.tail, p.given_at from protect_phone p where p.user_id = ctx.user_id()
$$;
create function ctx.phone_asks(asked_at timestamptz) returns table (asks int, locale text) language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*)::int from journal j where j.subject_id = u.id and j.event = 'phone.given' and j.at > asked_at - interval '1 day'), u.locale
  from protect_user u where u.id = ctx.user_id()
$$;
create function ctx.prove_phone(digits bytea, asked_at timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  given protect_phone;
  moment constant timestamptz := greatest(now(), asked_at);
begin
  select * into given from protect_phone p where p.user_id = ctx.user_id() and p.state = 'given' for update;
  if given.digits_hash is null or given.tries >= 3 or given.given_at < moment - interval '30 minutes' then return 'ended'; end if;
  if given.digits_hash <> digits then
    update protect_phone p set tries = p.tries + 1 where p.user_id = given.user_id and p.state = 'given';
    return 'wrong';
  end if;
  perform ctx.forget_phone(given.user_id, 'proven');
  insert into protect_pseudonym (pseudonym, purpose, period, contact_id) values (given.registry, 'registry', 'registry', given.contact_id)
    on conflict do nothing;
  -- Somebody else proved the same telephone a moment ago.
  if not found then return 'ended'; end if;
  update protect_contact c set kind = 'staff' where c.id = given.contact_id;
  update protect_phone p set state = 'proven', registry = null, digits_hash = null where p.user_id = given.user_id and p.state = 'given';
  update protect_user u set contact_id = given.contact_id where u.id = given.user_id;
  return 'proven';
end $$;
create function ctx.end_own_phone() returns boolean language sql volatile security definer set search_path = pg_catalog, public as $$
  select bool_or(ctx.forget_phone(ctx.user_id(), which)) from unnest(array['given', 'proven']) as which
$$;
revoke execute on function ctx.own_phones(), ctx.phone_asks(timestamptz), ctx.prove_phone(bytea, timestamptz), ctx.end_own_phone() from public;
grant execute on function ctx.own_phones(), ctx.phone_asks(timestamptz), ctx.prove_phone(bytea, timestamptz), ctx.end_own_phone()
  to salama_coordinator, salama_protection, salama_listener, salama_administrator;

-- Whoever left, was locked out, or holds none of these roles any more has no telephone here.
create function ctx.end_stale_phones(at timestamptz) returns setof text language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare gone record;
begin
  for gone in select p.user_id, p.state from protect_phone p join protect_user u on u.id = p.user_id
    where u.state <> 'active' or u.leaves_at <= at or not exists (select from protect_grant g where g.user_id = u.id and g.valid_from <= at
      and (g.valid_to is null or g.valid_to > at) and g.role in ('coordinator', 'protection-officer', 'listener', 'administrator'))
  loop
    if ctx.forget_phone(gone.user_id, gone.state) then return next gone.user_id; end if;
  end loop;
end $$;
revoke execute on function ctx.end_stale_phones(timestamptz) from public;
grant execute on function ctx.end_stale_phones(timestamptz) to salama_worker;

-- A telephone speaks its person's language.
create function ctx.speak_as_user() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update protect_contact c set language = new.locale where c.id = new.contact_id and c.kind = 'staff';
  return new;
end $$;
revoke execute on function ctx.speak_as_user() from public;
create trigger protect_user_speaks after update of locale on protect_user for each row execute function ctx.speak_as_user();
