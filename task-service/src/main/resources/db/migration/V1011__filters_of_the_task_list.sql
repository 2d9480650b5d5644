-- Lists filter tasks by these columns and order them by id; the index answers that without the tasks themselves.
drop index task_progress;
create index task_list on task (project_id, id)
    include (inner_id, total_annotations, cancelled_annotations, total_predictions, completed_at);
