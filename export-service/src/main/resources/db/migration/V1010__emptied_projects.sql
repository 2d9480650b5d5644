-- A deleted project's copies are removed step by step. Until nothing is left the project has yet to be emptied.
alter table project_copy add column emptied boolean not null default false;
create index project_copy_to_empty on project_copy (project_id) where deleted and not emptied;
