-- respond: the coordinator's desk. Search that forgives, views kept under a name, and the indexes that keep both quick in a grown programme.

-- Newest first through the ordinary lane: how a search for a common word is answered without reading all that ever held it.
create index respond_concern_newest on respond_concern (opened_at desc) where lane = 'ordinary';
create index respond_concern_closed on respond_concern (closed_at desc) where state in ('closed', 'answered');
create index respond_concern_answered on respond_concern (severity desc, opened_at, id) where state = 'answered';
create index respond_concern_reopened on respond_concern (severity desc, opened_at, id) where reopened > 0;
drop index respond_concern_type;
create index respond_concern_type on respond_concern (type_code, severity desc, opened_at, id);
-- The clock of a concern before a post, without reading its briefs; and what a post or a service was given, newest first.
create index respond_brief_active on respond_brief (concern_id) include (scope_id, state, seen_due_at, decide_due_at) where state in ('new', 'seen', 'going');
create index respond_brief_newest on respond_brief (released_at desc);
create index respond_brief_of_post on respond_brief (post_id, released_at desc);

create table respond_view (
  id text primary key,
  user_id text not null references protect_user,
  role text not null check (role in ('administrator', 'coordinator', 'post-commander', 'district-commander', 'protection-officer', 'listener', 'auditor')),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 600),
  shared boolean not null default false,
  created_at timestamptz not null
);
comment on table respond_view is 'Filters of the queue that a person keeps under a name; shared with those of the same role when the owner says so. A view widens nobody''s sight.';
select ctx.tag('respond_view', '{"none":["id","role","shared","created_at"],"staff":["user_id","name","query"]}');
create index respond_view_user on respond_view (user_id);
create index respond_view_shared on respond_view (role) where shared;
alter table respond_view enable row level security;
alter table respond_view force row level security;
create policy class_agrees on respond_view as restrictive to salama_coordinator, salama_post, salama_protection, salama_listener, salama_auditor, salama_administrator
  using ((select current_user = (select ctx.class())));
grant select, insert, delete on respond_view to salama_coordinator, salama_protection;
create policy role_sees on respond_view for select to salama_coordinator, salama_protection
  using (role = (select ctx.role()) and (shared or user_id = (select ctx.user_id())));
create policy own_keeps on respond_view for insert to salama_coordinator, salama_protection
  with check (role = (select ctx.role()) and user_id = (select ctx.user_id()));
create policy own_drops on respond_view for delete to salama_coordinator, salama_protection
  using (role = (select ctx.role()) and user_id = (select ctx.user_id()));

-- Words that a reader of the ordinary lane typed, each found in the masked text, the name of the place (old names too), the name of
-- the type, or as a reference. First as they were written; only when nothing holds them, by likeness, and then among the newest 3,000:
-- to compare is dear, and what is old is found by its place, type and date. The caller's own limits are said here, because under row security no index may serve a LIKE; only ids come out.
drop function ctx.search_concerns(text, text);
create function ctx.word_condition(word text, alike boolean) returns text language plpgsql stable
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  pattern constant text := '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  places text[];
  types text[];
begin
  with named as (
    select a.id from know_area a where a.folded like pattern or (alike and word <% a.folded)
    union select o.area_id from know_area_alias o where o.folded like pattern or (alike and word <% o.folded)
    limit 200)
  select coalesce(array_agg(a.id), '{}') into places from know_area a
    where a.lineage && (select array_agg(n.id) from named n) and a.scope_id = any((select ctx.areas())::text[]);
  select coalesce(array_agg(t.code), '{}') into types from know_type t
    where ctx.fold(t.label_pt) like pattern or ctx.fold(t.label_en) like pattern or lower(t.code) = word
      or (alike and (word <% ctx.fold(t.label_pt) or word <% ctx.fold(t.label_en)));
  return format('(c.folded like %L%s%s%s or c.ref = %L)', pattern,
    case when alike then format(' or %L <%% c.folded', word) else '' end,
    case when cardinality(places) > 0 then format(' or c.area_id = any(%L::text[])', places) else '' end,
    case when cardinality(types) > 0 then format(' or c.type_code = any(%L::text[])', types) else '' end,
    upper(word));
end $$;
create function ctx.search_concerns(words text[], live boolean) returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  mine constant text := format('c.lane = ''ordinary'' and c.scope_id = any(%L::text[])%s', ctx.areas(),
    case when live then ' and c.state in (''triage'', ''open'')' else '' end);
  alike boolean;
  asked text;
  found text[];
begin
  if ctx.role() is distinct from 'coordinator' or cardinality(words) = 0 then return '{}'; end if;
  foreach alike in array array[false, true] loop
    select string_agg(ctx.word_condition(w, alike), ' and ') into asked from unnest(words[1:6]) w;
    execute format('select array_agg(f.id) from (select c.id from %s where %s order by c.opened_at desc limit 1000) f',
      case when alike then format('(select * from respond_concern c where %s order by c.opened_at desc limit 3000) c', mine) else 'respond_concern c' end,
      case when alike then asked else mine || ' and ' || asked end) into found;
    exit when found is not null;
  end loop;
  return coalesce(found, '{}');
end $$;
revoke execute on function ctx.word_condition(text, boolean), ctx.search_concerns(text[], boolean) from public;
grant execute on function ctx.search_concerns(text[], boolean) to salama_coordinator;
