-- An answer to a word of hers goes even when she said stop: the courier, who asks again at the last moment, must know which ones these are.

alter table listen_outbound add column even_if_stopped boolean not null default false;
select ctx.tag('listen_outbound', '{"none":["even_if_stopped"]}');
