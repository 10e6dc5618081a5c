-- listen: a form sent again is known by all that it held; words entered lately (with their type and place) by a keyed hash of their own,
-- which is none where only an answer or a wish was entered.
alter table listen_entry add column words_hash bytea;
select ctx.tag('listen_entry', '{"pseudonym":["words_hash"]}');
update listen_entry e set words_hash = i.body_hash from listen_inbound i where i.id = e.message_id;
create index listen_entry_words on listen_entry (words_hash, entered_at);
drop index listen_inbound_entered;
grant select (message_id, words_hash, entered_at) on listen_entry to salama_intake;
revoke select (received_at, via) on listen_inbound from salama_intake;
