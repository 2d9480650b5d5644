-- Copies that may hold keys whose deletion they have missed. Nobody takes one for complete until it was compared with what the owner
-- has. That begins when somebody says so, because what the owner does not have is then deleted.
create table copy_in_doubt (
    -- The topic's name on the broker.
    topic text primary key,
    since timestamptz not null default clock_timestamp(),
    -- The key up to which the copy was compared.
    reached text not null default '',
    comparing boolean not null default false
);

-- Has the copy of a topic compared with what its owner has.
create function compare_copy(topic_name text) returns void language sql volatile as $$
    insert into copy_in_doubt (topic, comparing) values (topic_name, true)
    on conflict (topic) do update set since = excluded.since, reached = '', comparing = true
$$;

-- Ids that may have been given out after a moment to which this database went back. What they named is lost here. A sequence is
-- logged 32 ids ahead of the one that it gives, so as many below the highest known one may be among them.
create table lost_ids (
    sequence text not null,
    above bigint not null,
    up_to bigint not null
);

-- As before, and notes what is left out.
create or replace function raise_sequences() returns void language sql volatile as $$
    with left_out as (
        insert into lost_ids (sequence, above, up_to)
        select format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value) - 33,
            coalesce(last_value, start_value) + 1000000000
        from pg_sequences
        where schemaname = current_schema() and cast(data_type as text) = 'bigint'
        returning sequence, up_to)
    select setval(cast(sequence as regclass), up_to) from left_out
$$;
