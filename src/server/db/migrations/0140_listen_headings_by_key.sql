-- Which columns a table has is remembered by a keyed hash of its headings: a heading may turn out to be a telephone number.
-- What was remembered in plain words is forgotten; it is guessed again, and corrected once.
delete from listen_import_map;
comment on table listen_import_map is 'Which column holds what, remembered for the person who said so by a keyed hash of the headings of a file. Chosen headings only, never a cell.';
