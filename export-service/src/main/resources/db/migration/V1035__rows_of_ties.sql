-- The rows that ties and "both bad" would be, for exports that ask for them: each tie has two, one for either answer. They come with the
-- annotation, and go with it. Nothing else reads them: no stream and no statistics.
create table tie_row (
    record_id text collate "C" primary key, -- as a row's, and of the second one with the higher candidate first: 91/comparison/1-0
    revision bigint not null,
    project_id bigint not null,
    task_id bigint not null,
    annotation_id bigint not null,
    shape text not null check (shape in ('TEXT', 'MESSAGES')),
    record text not null,
    part text collate "C" not null,         -- these are as in preference_copy
    prefers smallint not null,              -- 2 for a tie, 3 for both bad: as in JudgedPair
    split_place int not null,
    texts_hash bigint not null,
    tie_line smallint not null check (tie_line in (1, 2)) -- which of the two it is
);
create index tie_row_by_task on tie_row (project_id, task_id, annotation_id, record_id);
create index tie_row_by_annotation on tie_row (annotation_id);

-- Why pairs that were judged have no row: a JSON array of objects with outcome and code, and what names the pair; null where there is none.
alter table annotation_copy add column untrainable text;
create index annotation_copy_untrainable on annotation_copy (project_id, task_id) where untrainable is not null;

-- The version of the guidelines that the record names; null where it is of a former version, and names none.
alter table preference_copy add column guidelines_version int;

-- A former record with the key that later ones have. Loaders fail on rows of which some have a key.
create function with_guidelines(record text, guidelines_version int) returns text language sql immutable as $$
    select case when guidelines_version is null then left(record, -1) || ',"guidelines_version":0}' else record end
$$;

alter table snapshot_row add column tie_line smallint not null default 0; -- as in tie_row; 0 of a preference
