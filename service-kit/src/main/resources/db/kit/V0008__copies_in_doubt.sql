-- Copies that may hold keys whose deletion they have missed. Each is compared with what the owner has, and nobody takes it for
-- complete until then. Whoever has a doubt of their own inserts the topic's name.
create table copy_in_doubt (
    -- The topic's name on the broker.
    topic text primary key,
    since timestamptz not null default clock_timestamp(),
    -- The key up to which the copy was compared.
    reached text not null default ''
);
