-- How certain the least certain prediction is that counts for the order of tasks; null where there is none, which comes last. The
-- index holds only tasks that have one, so that the others cost their claims and submits nothing.
alter table task_slot add column score double precision;
create index task_slot_scored on task_slot (project_id, score, task_id) where free_slots > 0 and score is not null;

-- The model whose predictions count; empty where all do. While scored_to is not null, the scores of tasks behind that one are still
-- those of the model before.
alter table project_copy add column model_version text not null default '', add column scored_to bigint;
create index project_copy_to_score on project_copy (project_id) where scored_to is not null;
-- Copies of tasks have had their predictions all along.
update project_copy set scored_to = 0 where not deleted;

-- What an annotator may take among the tasks with a score, up to this score and task, was freed or scored anew by transaction
-- "scored_since" or a later one. Null at the beginning.
alter table claim_cursor add column scored_to double precision, add column scored_task_id bigint not null default 0,
    add column scored_since bigint not null default 0;
