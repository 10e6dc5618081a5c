-- respond: a service that did not answer was asked again; after that, another is asked.
alter table respond_referral add column reminded_at timestamptz;
select ctx.tag('respond_referral', '{"none":["reminded_at"]}');
