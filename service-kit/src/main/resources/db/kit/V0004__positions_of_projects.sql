-- Who waits for a project waits for that project's records alone. Rows that belong to no project (people, dead letters), and those
-- that were recorded before this migration, stand under the number 0, and everybody waits for them.
alter table outbox
    add column project_id bigint not null default 0,
    -- Whether this is the last row of its project and topic in the statement that recorded it. The rows of a statement are
    -- settled in their order, so that the statement's other rows are settled when this one is.
    add column closes boolean not null default true;
create index outbox_closing on outbox (project_id, aggregatetype, id) where closes;

-- The last data offset that the relay published of each project, per partition. Rows that have not moved for long are folded
-- into those of the number 0.
create table project_position (
    project_id bigint not null,
    topic text not null,
    topic_id text not null default '',
    partition int not null,
    last_offset bigint not null,
    moved_at timestamptz not null default clock_timestamp(),
    primary key (project_id, topic, partition)
) with (fillfactor = 70);
insert into project_position (project_id, topic, topic_id, partition, last_offset)
select 0, topic, topic_id, partition, last_offset from relay_position;
