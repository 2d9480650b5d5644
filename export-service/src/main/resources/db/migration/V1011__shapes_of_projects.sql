-- Whether a project has rows of both shapes is asked before each file of rows, and counted them all.
create index preference_copy_by_shape on preference_copy (project_id, shape);
