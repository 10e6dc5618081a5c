-- The demonstration's past is written from the newest week backwards, in the background; a start after a kill goes on from here.
alter table programme
  add column history_scale int check (history_scale > 0),
  add column history_weeks_left int check (history_weeks_left >= 0),
  add column history_until timestamptz;
select ctx.tag('programme', '{"none":["history_scale","history_weeks_left","history_until"]}');
