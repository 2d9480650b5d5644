-- Whether tasks may come without the answers that the configuration compares, because a model gives them.
alter table project add column generates_answers boolean not null default false;

-- A task that misses answers is published to nobody until it has them. The index holds those alone.
alter table task add column awaits_answers boolean not null default false;
create index task_awaiting on task (project_id, id) where awaits_answers;
