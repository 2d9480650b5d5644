-- Whose records a copy has: the identity of the outbox that the first one came from, which names the owner's database. It stays when
-- positions are forgotten, since the copy keeps what it has.
create table copy_owner (
    topic text primary key,
    outbox uuid not null
);

-- Nobody has said that the copy is to be compared. It is for as long as its owner shows that its database is the one that the copy was
-- made of, and has never gone back.
alter table copy_in_doubt add column unless_gone_back boolean not null default false;

-- As before. What somebody says holds, whatever the owner's database has been through.
create or replace function compare_copy(topic_name text) returns void language sql volatile as $$
    insert into copy_in_doubt (topic, comparing) values (topic_name, true)
    on conflict (topic) do update set since = excluded.since, reached = '', comparing = true, unless_gone_back = false
$$;

-- Whether the manifests on Kafka would show that this database went back. Not so once they were lost, or were there before it.
alter table outbox_identity add column traceable boolean not null default true;

-- Whether this database has led one life only. While its timeline is another one than that of its epoch, it went back and has not noted
-- it yet.
create function never_went_back() returns boolean language sql stable as $$
    select epoch = 0 and traceable and timeline = present_timeline() from outbox_identity
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
    select setval(to_regclass(sequence), max(up_to)) from lost_ids where to_regclass(sequence) is not null
    group by sequence having max(up_to) > coalesce(pg_sequence_last_value(to_regclass(sequence)), 0)
$$;

-- Both at once, for services of an earlier version, which know no other name.
create or replace function raise_sequences() returns void language plpgsql volatile as $$
begin
    perform note_lost_ids();
    perform raise_beyond_lost_ids();
end
$$;
