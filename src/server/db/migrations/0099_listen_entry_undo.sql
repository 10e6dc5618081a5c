-- Undo of an entry is a listener's too. What she may call back is what her own deed set off within the ten seconds.
grant execute on function ctx.call_back(text, timestamptz) to salama_listener;
