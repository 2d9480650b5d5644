-- What people did with tasks beside judging them: their history, and what undoing it takes. A row goes with its task.
create table task_event (
    id bigint generated always as identity primary key,
    task_id bigint not null references task on delete cascade,
    kind text not null check (kind in ('ADDED', 'EDITED', 'OVERLAP_SET', 'COPIED', 'MOVED')),
    done_by bigint not null,
    done_at timestamptz not null,
    -- Which action did it; null where it was no action that can be undone.
    action_id bigint,
    overlap int,
    -- What the task was before: its overlap, and where it was copied or moved from.
    former_overlap int,
    former_task_id bigint,
    former_project_id bigint,
    former_inner_id bigint
);
create index task_event_task on task_event (task_id);
create index task_event_action on task_event (action_id, task_id) where action_id is not null;
create index task_event_former on task_event (action_id, former_task_id) where former_task_id is not null;

-- Actions that can be undone, for a day. Two requests with one key are one action.
create table task_action (
    id bigint generated always as identity primary key,
    project_id bigint not null references project on delete cascade,
    kind text not null check (kind in ('SET_OVERLAP', 'COPY_TASKS', 'MOVE_TASKS')),
    other_project_id bigint,
    done_by bigint not null,
    done_at timestamptz not null,
    request_key text,
    undone_at timestamptz
);
create unique index task_action_key on task_action (done_by, request_key) where request_key is not null;
create index task_action_project on task_action (project_id, id);
create index task_action_done on task_action (done_at);
