-- The last wall: who may touch what. Classes (nologin) are taken on per request by salama_web; logins do the unattended work.
-- The table in rooms/protect/README.md says the same in words; a house test compares the live catalogue with test/house/access.csv.
revoke all on schema public from public;
grant usage on schema public, ctx to salama_intake, salama_worker, salama_courier, salama_web, salama_door,
  salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
revoke execute on all functions in schema ctx from public;
grant execute on function ctx.user_id(), ctx.role(), ctx.areas(), ctx.posts(), ctx.languages(), ctx.own_council()
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;

do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_works on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;

-- What every signed-in class may read: the public shape of the programme.
do $$ declare t text; begin
  foreach t in array array['know_area', 'know_area_code', 'know_area_alias', 'know_type', 'know_responsibility', 'programme'] loop
    execute format('grant select on %I to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator, salama_worker, salama_courier', t);
    execute format('create policy everyone_reads on %I for select to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator, salama_worker, salama_courier using (true)', t);
  end loop;
end $$;
grant select on programme to salama_intake, salama_door;
create policy door_reads on programme for select to salama_intake, salama_door using (true);
grant select (id, service, name, area_id, scope_id, superior_id, active, valid_from, valid_to, origin) on know_post
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
create policy everyone_reads on know_post for select
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator using (true);

-- The journal is appended to by all, changed by nobody.
grant insert on journal to salama_intake, salama_worker, salama_courier, salama_door,
  salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
create policy everyone_appends on journal for insert to salama_intake, salama_worker, salama_courier, salama_door with check (true);
create policy own_name_only on journal for insert
  to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator
  with check (actor = (select ctx.user_id()));
grant select on journal to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
create policy coordinator_reads on journal for select to salama_coordinator
  using ((lane = 'ordinary' and scope_id = any((select ctx.areas())::text[])) or actor = (select ctx.user_id()));
create policy protection_reads on journal for select to salama_protection
  using (lane in ('protection', 'oversight') or actor = (select ctx.user_id()));
create policy post_reads on journal for select to salama_post
  using (post_id = any((select ctx.posts())::text[]) or actor = (select ctx.user_id()));
create policy own_reads on journal for select to salama_listener, salama_administrator using (actor = (select ctx.user_id()));
create policy auditor_reads on journal for select to salama_auditor using (true);

grant insert on task to salama_intake, salama_courier, salama_door,
  salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator;
create policy everyone_asks on task for insert to salama_intake, salama_courier, salama_door,
  salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator with check (true);
grant select, insert, update, delete on task to salama_worker;
create policy worker_works on task to salama_worker using (true) with check (true);

-- Undo: within ten seconds the actor may call back what has not started yet.
create function ctx.call_back(deed text) returns int language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare called int;
begin
  if not exists (select from journal j where j.id = deed and j.actor = ctx.user_id() and j.at > now() - interval '10 seconds') then return -1; end if;
  if exists (select from task t where t.journal_id = deed and (t.attempts > 0 or t.lease_until is not null)) then return -1; end if;
  delete from task t where t.journal_id = deed;
  get diagnostics called = row_count;
  return called;
end $$;
revoke execute on function ctx.call_back(text) from public;
grant execute on function ctx.call_back(text) to salama_coordinator, salama_post, salama_protection;

-- Intake: may add, and find a contact by pseudonym. Reads no text, no route.
grant select, insert on protect_pseudonym to salama_intake;
grant select (id, kind), insert on protect_contact to salama_intake;
grant insert on protect_route, protect_vault to salama_intake;
grant insert on listen_inbound to salama_intake;
grant select (id, dedupe_key, body_hash) on listen_inbound to salama_intake;
grant select (set_key, series, number, total, dedupe_key, body_hash, inbound_id), insert on listen_part to salama_intake;
grant select, insert on protect_nonce to salama_intake;
grant select on listen_channel to salama_intake;
grant select, insert on listen_handset, listen_handset_text to salama_intake;
do $$ declare t text; begin
  foreach t in array array['protect_pseudonym', 'protect_contact', 'protect_route', 'protect_vault', 'listen_inbound', 'listen_part', 'protect_nonce', 'listen_channel', 'listen_handset', 'listen_handset_text'] loop
    execute format('create policy intake_works on %I to salama_intake using (true) with check (true)', t);
  end loop;
end $$;

-- Worker: understands, opens, routes, asks. Never reads a sealed route or vault.
grant delete on respond_duplicate to salama_worker;
grant select, insert, update on listen_outcome, listen_report, listen_report_message, listen_interpretation, listen_question, listen_part,
  respond_concern, respond_telling, respond_brief, respond_ladder, respond_duplicate, respond_referral, know_todo to salama_worker;
grant select, insert on listen_inbound, listen_outbound to salama_worker;
grant update (state, ended_at, last_problem, expires_at, not_before) on listen_outbound to salama_worker;
grant select on know_post, know_council, know_member, know_duty, listen_channel, journal to salama_worker;
grant update (down_since, down_told_at, last_in_at) on listen_channel to salama_worker;
grant select, update on protect_contact to salama_worker;
grant select, insert, delete on protect_pseudonym to salama_worker;
grant select (id, contact_id, expires_at), update (expires_at), delete on protect_route to salama_worker;
grant select (id, contact_id, expires_at), delete on protect_vault to salama_worker;
grant select (id, contact_id, state) on protect_user to salama_worker;
grant select, delete on protect_nonce to salama_worker;
do $$ declare t text; begin
  foreach t in array array['listen_outcome', 'listen_report', 'listen_report_message', 'listen_interpretation', 'listen_question', 'listen_part', 'respond_concern', 'respond_telling', 'respond_brief', 'respond_ladder', 'respond_duplicate', 'respond_referral', 'know_todo', 'listen_inbound', 'listen_outbound', 'know_post', 'know_council', 'know_member', 'know_duty', 'listen_channel', 'journal', 'protect_contact', 'protect_pseudonym', 'protect_route', 'protect_vault', 'protect_user', 'protect_nonce'] loop
    execute format('create policy worker_works on %I to salama_worker using (true) with check (true)', t);
  end loop;
end $$;

-- Courier: the only reader of routes.
grant select on listen_outbound, protect_route, listen_channel, listen_handset to salama_courier;
grant select (id, channel, language, safe_from, safe_to, do_not_reply, opted_out_at, kind, origin) on protect_contact to salama_courier;
grant update (state, attempts, lease_until, fence, provider_key, segments, last_problem, ended_at, not_before) on listen_outbound to salama_courier;
grant update (down_since, last_out_at) on listen_channel to salama_courier;
grant select (id), insert on listen_handset_text to salama_courier;
do $$ declare t text; begin
  foreach t in array array['listen_outbound', 'protect_route', 'listen_channel', 'listen_handset', 'listen_handset_text', 'protect_contact'] loop
    execute format('create policy courier_works on %I to salama_courier using (true) with check (true)', t);
  end loop;
end $$;

-- The door: sign-in, before anybody is somebody.
grant select, insert, update on protect_user, protect_session, protect_recovery_code, protect_invitation, protect_throttle to salama_door;
grant select, insert, update on protect_grant to salama_door;
do $$ declare t text; begin
  foreach t in array array['protect_user', 'protect_session', 'protect_recovery_code', 'protect_invitation', 'protect_throttle', 'protect_grant'] loop
    execute format('create policy door_works on %I to salama_door using (true) with check (true)', t);
  end loop;
end $$;

-- Coordinator: ordinary lane, own areas.
grant select (id, ref, lane, type_code, severity, danger, area_id, place_by, scope_id, time_band, told_on, narrative, voices, sources, state, hold_reasons, triage_due_at, opened_at, released_at, released_by, answer_code, answered_at, closed_at, close_reason, reopened, merged_into, origin) on respond_concern to salama_coordinator;
grant update (lane, type_code, severity, area_id, place_by, scope_id, narrative, narrative_ct, voices, sources, state, hold_reasons, released_at, released_by, answer_code, answered_at, closed_at, close_reason, merged_into) on respond_concern to salama_coordinator;
create policy coordinator_sees on respond_concern for select to salama_coordinator
  using (lane = 'ordinary' and scope_id = any((select ctx.areas())::text[]));
-- Raising a concern to a restricted lane takes it out of the coordinator's own sight, so the check does not ask for the ordinary lane.
create policy coordinator_works on respond_concern for update to salama_coordinator
  using (lane = 'ordinary' and scope_id = any((select ctx.areas())::text[])) with check (true);
grant select (report_id, concern_id, lane, scope_id, way_back, joined_at, answer_due_at, answer_code, answered_at, clear_asked_at, clear_rounds, clear, solved_due_at, solved_asked_at, solved, withdrawn_at) on respond_telling to salama_coordinator, salama_protection;
grant update (concern_id, lane, scope_id) on respond_telling to salama_coordinator;
create policy coordinator_sees on respond_telling to salama_coordinator
  using (lane = 'ordinary' and scope_id = any((select ctx.areas())::text[])) with check (true);
grant select on respond_brief, respond_ladder, respond_duplicate to salama_coordinator;
grant insert, update on respond_brief, respond_ladder, respond_duplicate to salama_coordinator;
create policy coordinator_works on respond_brief to salama_coordinator using (scope_id = any((select ctx.areas())::text[])) with check (scope_id = any((select ctx.areas())::text[]));
create policy coordinator_works on respond_duplicate to salama_coordinator using (scope_id = any((select ctx.areas())::text[])) with check (scope_id = any((select ctx.areas())::text[]));
create policy coordinator_works on respond_ladder to salama_coordinator
  using (exists (select from respond_concern c where c.id = concern_id)) with check (exists (select from respond_concern c where c.id = concern_id));
grant select (id, version, lane, type_code, type_by, area_id, scope_id, place_by, language, danger, zero, masked, told_at, withdrawn_at, origin) on listen_report to salama_coordinator;
create policy coordinator_sees on listen_report for select to salama_coordinator
  using (lane = 'ordinary' and scope_id = any((select ctx.areas())::text[]));
grant select on know_council to salama_coordinator;
create policy coordinator_sees on know_council for select to salama_coordinator using (scope_id = any((select ctx.areas())::text[]));
grant select, update (state, taken_by, done_by, done_at) on know_todo to salama_coordinator, salama_protection, salama_listener, salama_administrator;
create policy coordinator_works on know_todo to salama_coordinator
  using (role = 'coordinator' and lane = 'ordinary' and (scope_id is null or scope_id = any((select ctx.areas())::text[])))
  with check (role = 'coordinator');
create policy protection_works on know_todo to salama_protection using (role = 'protection-officer') with check (role = 'protection-officer');
create policy administrator_works on know_todo to salama_administrator using (role = 'administrator') with check (role = 'administrator');

-- Post and district commander: briefs of their own posts, and nothing else of this room.
grant select (id, post_id, scope_id, kind, ref, type_code, severity, area_id, time_band, told_on, sources, narrative, why, state, seen_shown_at, decide_shown_at, seen_at, decided_at, cannot_reason, reopened_at, hand_over_to, hand_over_due_at, handed_from, origin) on respond_brief to salama_post;
grant update (state, seen_at, decided_at, cannot_reason, hand_over_to, hand_over_due_at) on respond_brief to salama_post;
create policy post_sees on respond_brief for select to salama_post
  using (state <> 'withdrawn' and (post_id = any((select ctx.posts())::text[]) or hand_over_to = any((select ctx.posts())::text[])));
create policy post_works on respond_brief for update to salama_post
  using (state <> 'withdrawn' and (post_id = any((select ctx.posts())::text[]) or hand_over_to = any((select ctx.posts())::text[]))) with check (true);

-- Protection officer: both restricted lanes, programme-wide; nothing of the ordinary lane.
grant select (id, ref, lane, type_code, severity, danger, area_id, place_by, scope_id, time_band, told_on, narrative_ct, voices, sources, state, hold_reasons, triage_due_at, opened_at, released_at, released_by, answer_code, answered_at, closed_at, close_reason, reopened, merged_into, origin) on respond_concern to salama_protection;
grant update (lane, type_code, severity, area_id, place_by, scope_id, narrative, narrative_ct, state, hold_reasons, answer_code, answered_at, closed_at, close_reason, released_at, released_by) on respond_concern to salama_protection;
create policy protection_sees on respond_concern for select to salama_protection using (lane in ('protection', 'oversight'));
create policy protection_works on respond_concern for update to salama_protection using (lane in ('protection', 'oversight')) with check (true);
grant update (lane) on respond_telling to salama_protection;
create policy protection_sees on respond_telling to salama_protection using (lane in ('protection', 'oversight')) with check (true);
grant select, insert, update on respond_referral to salama_protection;
create policy protection_works on respond_referral to salama_protection using (true) with check (true);
grant select (id, version, lane, type_code, type_by, area_id, scope_id, place_by, language, danger, zero, masked_ct, told_at, withdrawn_at, origin) on listen_report to salama_protection;
create policy protection_sees on listen_report for select to salama_protection using (lane in ('protection', 'oversight'));

-- Listener: one text at a time, of her language, never of her own council.
create policy listener_works on know_todo to salama_listener
  using (role = 'listener' and language = any((select ctx.languages())::text[]) and (council_id is null or council_id is distinct from (select ctx.own_council())))
  with check (role = 'listener');
grant select (id, text_ct, received_at) on listen_inbound to salama_listener;
create policy listener_hears on listen_inbound for select to salama_listener
  using (id in (select t.message_id from know_todo t where t.kind = 'listen' and t.state = 'taken' and t.taken_by = (select ctx.user_id())));
-- A message nobody could place is read by the coordinator or the protection officer who took it, and journalled as a read.
grant select (id, text_ct, received_at) on listen_inbound to salama_coordinator, salama_protection;
create policy todo_reads on listen_inbound for select to salama_coordinator, salama_protection
  using (id in (select t.message_id from know_todo t where t.state = 'taken' and t.taken_by = (select ctx.user_id())));

-- Administrator: people and gateways; no content at all.
grant select (id, login, name, locale, state, created_at) on protect_user to salama_administrator, salama_auditor;
grant update (state) on protect_user to salama_administrator;
create policy administrator_sees on protect_user to salama_administrator using (true) with check (true);
create policy auditor_sees on protect_user for select to salama_auditor using (true);
grant select (id, name) on protect_user to salama_coordinator, salama_protection;
create policy colleagues_see on protect_user for select to salama_coordinator, salama_protection using (true);
grant select on protect_grant to salama_administrator, salama_auditor;
grant insert, update (valid_to, confirmed_by) on protect_grant to salama_administrator;
create policy administrator_works on protect_grant to salama_administrator using (true) with check (true);
create policy auditor_sees on protect_grant for select to salama_auditor using (true);
grant select (id, role, area_id, post_id, language, own_council_id, invited_by, confirmed_by, expires_at, used_by, used_at), insert, update (confirmed_by, expires_at) on protect_invitation to salama_administrator;
create policy administrator_works on protect_invitation to salama_administrator using (true) with check (true);
grant update (revoked_at) on protect_session to salama_administrator;
grant select (user_id, role, created_at, seen_at, expires_at, revoked_at) on protect_session to salama_administrator;
create policy administrator_works on protect_session to salama_administrator using (true) with check (true);
grant select (id, channel, enabled, sends, down_since, last_in_at, last_out_at) on listen_channel to salama_administrator, salama_auditor;
create policy administrator_sees on listen_channel for select to salama_administrator, salama_auditor using (true);

-- A concern that leaves the sight of the one who moves it (raised to a restricted lane, lowered from one, placed in another district)
-- cannot be moved by a plain update: row security asks that the new row be visible too. These two doors check the mover instead.
create function ctx.may_move(c respond_concern) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select case ctx.role()
    when 'coordinator' then c.lane = 'ordinary' and c.scope_id = any(ctx.areas())
    when 'protection-officer' then c.lane in ('protection', 'oversight')
    else false end
$$;
create function ctx.move_lane(concern text, to_lane text, plain text, sealed bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update respond_concern c set lane = to_lane, narrative = plain, narrative_ct = sealed, state = 'triage'
    where c.id = concern and ctx.may_move(c);
  if not found then return false; end if;
  update respond_telling t set lane = to_lane where t.concern_id = concern;
  update respond_brief b set state = 'withdrawn' where b.concern_id = concern and to_lane <> 'ordinary';
  delete from respond_duplicate d where d.concern_id = concern or d.other_id = concern;
  update know_todo t set state = 'done' where t.subject_id = concern and t.state <> 'done';
  return true;
end $$;
create function ctx.move_area(concern text, to_area text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare scope text;
begin
  select a.scope_id into scope from know_area a where a.id = to_area;
  if scope is null then return false; end if;
  update respond_concern c set area_id = to_area, scope_id = scope, place_by = 'coordinator' where c.id = concern and ctx.may_move(c);
  if not found then return false; end if;
  update respond_telling t set scope_id = scope where t.concern_id = concern;
  update know_todo t set scope_id = scope where t.subject_id = concern and t.state <> 'done';
  return true;
end $$;
revoke execute on function ctx.may_move(respond_concern), ctx.move_lane(text, text, text, bytea), ctx.move_area(text, text) from public;
grant execute on function ctx.move_lane(text, text, text, bytea), ctx.move_area(text, text) to salama_coordinator, salama_protection;
