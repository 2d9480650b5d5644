-- Tells a row of the outbox from another one that gets the same id after a fail-over or a restore. Rows that are there already have
-- 0, which is what manifests without nonces mean.
alter table outbox add column nonce bigint not null default 0;
alter table outbox alter column nonce
    set default random(cast('-9223372036854775808' as bigint), cast('9223372036854775807' as bigint));

-- PostgreSQL's timeline, which changes when a standby is promoted and when a backup is restored up to a moment.
create function present_timeline() returns int language sql stable as $$
    select cast(cast('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as bit(32)) as int)
$$;

-- The timeline that the epoch belongs to.
alter table outbox_identity add column timeline int not null default 0;
update outbox_identity set timeline = present_timeline();

-- epoch * 2^32 + version. Refused between a change of the timeline and the beginning of the new epoch: whoever wrote then would
-- give out ids and revisions that the topics know already.
create or replace function next_revision(current_revision bigint) returns bigint language plpgsql stable as $$
declare
    known outbox_identity;
begin
    select * into strict known from outbox_identity;
    if known.timeline <> present_timeline() then
        raise exception 'this database was promoted or restored, and its new epoch has not begun yet' using errcode = '57P03';
    end if;
    return greatest(current_revision + 1, (cast(known.epoch as bigint) << 32) + 1);
end
$$;

-- Raises the sequences beyond all ids that were given out after the moment to which the database went back. A service that gives
-- out 10,000 ids a second needs 27 hours for as many as are left out here, and there is room for nine billion such gaps.
create function raise_sequences() returns void language sql volatile as $$
    select setval(cast(format('%I.%I', schemaname, sequencename) as regclass), coalesce(last_value, start_value) + 1000000000)
    from pg_sequences
    where schemaname = current_schema() and cast(data_type as text) = 'bigint'
$$;

-- Where records lie is said by a topic's id as well, since a topic that was made anew begins at 0 again. What is there already
-- belongs to the topic that is found next.
alter table relay_position add column topic_id text not null default '';
alter table applied_offset add column topic_id text not null default '';

-- When the copy was last known to hold all that its partition had.
alter table applied_offset add column current_at timestamptz not null default clock_timestamp();
