-- Which transaction freed the task last: made room for one more annotator, or took back what kept somebody from it. An annotator
-- who found nothing need look only at what was freed by transactions that were not over then.
alter table task_slot add column freed_by bigint not null default 0;
create index task_slot_freed on task_slot (project_id, freed_by, task_id) where free_slots > 0;

-- What an annotator may take among the tasks up to task_id was freed by transaction "since" or a later one. This holds for one
-- treatment of skipped tasks, and for one server: another one, to which a dump was moved, numbers its transactions anew. An
-- annotator whose cursor is of another kind, as all are now, begins anew.
alter table claim_cursor add column since bigint not null default 0, add column skip_queue text not null default '',
    add column server bigint not null default 0;
