-- listen: texts to a number that a page has named are counted apart from what is hers.
alter table listen_outbound add column by_page boolean not null default false;
comment on column listen_outbound.by_page is 'About something that came by a page with this number: anybody may have named it. Few a day, and none of her own.';
select ctx.tag('listen_outbound', '{"none":["by_page"]}');
