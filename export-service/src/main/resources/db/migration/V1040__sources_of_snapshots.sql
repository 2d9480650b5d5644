-- The tasks and annotations that a snapshot keeps beside its rows, for the formats that are made of them. Each is stored once, by its
-- content, however many snapshots of the project hold it.
create table snapshot_source_content (
    project_id bigint not null,
    sha256 bytea not null,
    record text not null,                   -- as its topic carried it
    primary key (project_id, sha256)
);

create table snapshot_source (
    snapshot_id bigint not null,
    task_id bigint not null,
    annotation_id bigint not null,          -- 0 of the task itself
    project_id bigint not null,
    annotator_id bigint not null,           -- 0 of a task
    sha256 bytea,                           -- of its content; null where that was purged
    primary key (snapshot_id, task_id, annotation_id)
);
-- Which snapshots hold a judgement, and whether anything holds a content.
create index snapshot_source_by_annotation on snapshot_source (annotation_id, snapshot_id) where annotation_id > 0;
create index snapshot_source_by_content on snapshot_source (project_id, sha256);

-- All of it is null of a snapshot that keeps none: one that was made before, or whose selection is of pairs of answers.
alter table snapshot
    add column comparison_spec text,        -- what the labeling configuration meant then, as JSON
    add column task_count bigint,
    add column annotation_count bigint,
    add column purged_annotations bigint,
    add column sources_sha256 text,         -- of the SHA-256 of each content, in the order of the key
    add column source_counts text;          -- a JSON object: how many there were to choose from, and why others were not: of tasks, and of annotations
