-- How far projects are, counted in the transaction that changes what is counted. Annotator 0 stands for the project: its tasks
-- and those that are finished. The other rows are how many annotations each author has there, skips included.
create table progress (
    project_id bigint not null,
    annotator bigint not null,
    tasks bigint not null,
    finished bigint not null,
    annotations bigint not null,
    primary key (project_id, annotator)
) with (fillfactor = 80);

-- Changes of the counts that are not folded into them yet. They are only added here, so that nobody who writes waits for
-- another one's transaction.
create table progress_change (
    project_id bigint not null,
    annotator bigint not null,
    tasks bigint not null default 0,
    finished bigint not null default 0,
    annotations bigint not null default 0
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index progress_change_of on progress_change (project_id, annotator);

-- One statement of whoever writes is one run, which adds a row for each project or author that it concerns.
create function count_slots() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into progress_change (project_id, annotator, tasks, finished)
        select project_id, 0, count(*), count(*) filter (where finished) from added group by project_id;
    elsif tg_op = 'DELETE' then
        insert into progress_change (project_id, annotator, tasks, finished)
        select project_id, 0, -count(*), -count(*) filter (where finished) from gone group by project_id;
    else
        insert into progress_change (project_id, annotator, finished)
        select project_id, 0, sum(finished) from (
            select project_id, finished::int from added union all select project_id, -finished::int from gone) as each
        group by project_id having sum(finished) <> 0;
    end if;
    return null;
end $$;
create trigger count_added_slots after insert on task_slot
    referencing new table as added for each statement execute function count_slots();
create trigger count_changed_slots after update on task_slot
    referencing old table as gone new table as added for each statement execute function count_slots();
create trigger count_gone_slots after delete on task_slot
    referencing old table as gone for each statement execute function count_slots();

create function count_annotations() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into progress_change (project_id, annotator, annotations)
        select project_id, completed_by, count(*) from added group by project_id, completed_by;
    else
        insert into progress_change (project_id, annotator, annotations)
        select project_id, completed_by, -count(*) from gone group by project_id, completed_by;
    end if;
    return null;
end $$;
create trigger count_added_annotations after insert on annotation
    referencing new table as added for each statement execute function count_annotations();
create trigger count_gone_annotations after delete on annotation
    referencing old table as gone for each statement execute function count_annotations();

insert into progress (project_id, annotator, tasks, finished, annotations)
select project_id, 0, count(*), count(*) filter (where finished), 0 from task_slot group by project_id
union all
select project_id, completed_by, 0, 0, count(*) from annotation group by project_id, completed_by;

-- These served the counts alone.
drop index task_slot_project;
drop index annotation_of_annotator;
