-- A part of a long text that the network brings again within a day, under a key of its own, is the same part: intake must see when the first came.

grant select (received_at) on listen_part to salama_intake;
