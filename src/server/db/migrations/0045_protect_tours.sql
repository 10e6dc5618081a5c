-- protect: in which roles a person has left the short tour of the console. It is never shown again there.

alter table protect_user add column toured text[] not null default '{}';
select ctx.tag('protect_user', '{"none":["toured"]}');
grant update (toured) on protect_user to salama_door;
