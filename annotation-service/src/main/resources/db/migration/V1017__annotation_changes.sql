-- What annotations said until they were changed or taken back, for the history of their tasks. A first submit writes nothing here. Rows
-- go with their task.
create table annotation_change (
    id bigint generated always as identity primary key,
    annotation_id bigint not null,
    task_id bigint not null,
    kind text not null check (kind in ('EDITED', 'DELETED', 'WITHDRAWN')),
    changed_by bigint,
    changed_at timestamptz not null,
    completed_by bigint not null,
    created_at timestamptz not null,
    updated_by bigint not null,
    updated_at timestamptz not null,
    result text,
    was_cancelled boolean not null,
    skip_reason text,
    lead_time numeric
);
create index annotation_change_task on annotation_change (task_id, id);
