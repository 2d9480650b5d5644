-- One row per annotation, copied from the annotations topic: what lists, filters and counters need. Deletions are markers.
create table annotation_summary (
    annotation_id bigint primary key,
    revision bigint not null,
    deleted boolean not null,
    task_id bigint,
    project_id bigint,
    completed_by bigint,
    updated_by bigint,
    was_cancelled boolean not null default false,
    ground_truth boolean not null default false,
    lead_time numeric,
    created_at timestamptz,
    updated_at timestamptz,
    unique_id uuid,
    import_id bigint,
    result text,
    verdicts text,
    -- from_name, to_name, type and, where values are offered, the value of each answer, tab-separated: a new configuration
    -- must not contradict them.
    controls text[] not null default '{}'
);
create index annotation_summary_task on annotation_summary (task_id) where not deleted;
create index annotation_summary_project on annotation_summary (project_id) where not deleted;
create index annotation_summary_unique_id on annotation_summary (project_id, unique_id) where not deleted;
