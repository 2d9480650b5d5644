-- Those that wait are read in the order of their tasks, set by set, and each set begins where the one before it ended.
drop index imported_annotation_waiting;
create index imported_annotation_waiting on imported_annotation (task_id, import_key) where not applied;
drop index imported_annotation_of_project;
create index imported_annotation_of_project on imported_annotation (project_id, task_id, import_key) where not applied;
