-- How many more annotators may take each task. Each judgement writes such a row anew, so it is narrow: the task's record, which
-- stays as it is, stands in task_copy. The row is also the lock of its task. Deleted tasks have none.
create table task_slot (
    task_id bigint primary key,
    project_id bigint not null,
    overlap int not null,
    -- Counted under this row's lock: overlap less the distinct people whose annotations count and live leases.
    free_slots int not null default 0,
    finished boolean not null default false
) with (fillfactor = 80);
insert into task_slot (task_id, project_id, overlap, free_slots, finished)
select task_id, project_id, overlap, free_slots, finished from task_copy where not deleted;
-- The queue: only tasks that somebody may still take.
create index task_slot_queue on task_slot (project_id, task_id) where free_slots > 0;
create index task_slot_project on task_slot (project_id, finished);

drop index task_copy_queue;
drop index task_copy_project;
alter table task_copy drop column overlap, drop column free_slots, drop column finished;
