-- The outbox whose records were applied first: the name of the owner's database. Null where nothing has come since this was added.
alter table applied_offset add column outbox uuid;
alter table copy_in_doubt add column outbox uuid;
-- Nobody has said that the copy is to be compared. It is compared for as long as the owner shows that its database is the one that
-- the copy was made of, and has never gone back.
alter table copy_in_doubt add column unless_gone_back boolean not null default false;

-- As before. What somebody says holds, whatever the owner's database has been through.
create or replace function compare_copy(topic_name text) returns void language sql volatile as $$
    insert into copy_in_doubt (topic, comparing, outbox)
    select topic_name, true, (select (array_agg(distinct outbox))[1] from applied_offset where topic = topic_name)
    on conflict (topic) do update set since = excluded.since, reached = '', comparing = true, unless_gone_back = false
$$;

-- Whether this database has led one life only. While its timeline is another one than that of its epoch, it went back and has not noted
-- it yet.
create function never_went_back() returns boolean language sql stable as $$
    select epoch = 0 and timeline = present_timeline() from outbox_identity
$$;

-- Notes which ids are left out when the sequences are raised. It is a step of its own, because a sequence stays raised when the
-- transaction that raised it is lost, and the note does not stay. What was noted before may have been given out since, in a life that
-- is lost now, so the new gap begins behind it.
create function note_lost_ids() returns void language sql volatile as $$
    insert into lost_ids (sequence, above, up_to)
    select name, present - 33, greatest(present, (select max(up_to) from lost_ids where sequence = name)) + 1000000000
    from (
        select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value) as present
        from pg_sequences
        where schemaname = current_schema() and cast(data_type as text) = 'bigint') as sequences
$$;

create function raise_beyond_lost_ids() returns void language sql volatile as $$
    select setval(to_regclass(sequence), greatest(max(up_to), pg_sequence_last_value(to_regclass(sequence))))
    from lost_ids where to_regclass(sequence) is not null group by sequence
$$;

-- Both at once, for whoever does it by hand.
create or replace function raise_sequences() returns void language plpgsql volatile as $$
begin
    perform note_lost_ids();
    perform raise_beyond_lost_ids();
end
$$;
