-- Copies of what the other services publish: the record as it is on its topic, and what selects and orders it. A deleted key
-- stays as a marker that belongs to no project, so that nothing late or repeated brings it back. There are no foreign keys:
-- topics arrive in any order.
create table project_copy (
    project_id bigint primary key,
    revision bigint not null,
    deleted boolean not null,
    record text,
    check (deleted = (record is null))
);

create table task_copy (
    task_id bigint primary key,
    revision bigint not null,
    deleted boolean not null,
    project_id bigint,
    record text,
    check (deleted = (project_id is null) and deleted = (record is null))
);
create index task_copy_by_project on task_copy (project_id, task_id);

create table annotation_copy (
    annotation_id bigint primary key,
    revision bigint not null,
    deleted boolean not null,
    project_id bigint,
    task_id bigint,
    record text,
    check (deleted = (project_id is null) and deleted = (task_id is null) and deleted = (record is null))
);
create index annotation_copy_by_task on annotation_copy (project_id, task_id, annotation_id);

create table preference_copy (
    record_id text collate "C" primary key,
    revision bigint not null,
    deleted boolean not null,
    project_id bigint,
    task_id bigint,
    annotation_id bigint,
    -- Whether prompt and answers are texts or conversations: a file has rows of one shape.
    shape text check (shape in ('TEXT', 'MESSAGES')),
    record text,
    check (deleted = (project_id is null) and deleted = (task_id is null) and deleted = (annotation_id is null)
        and deleted = (shape is null) and deleted = (record is null))
);
create index preference_copy_by_task on preference_copy (project_id, task_id, annotation_id, record_id);
