-- What is counted of a task's annotations changes with every judgement, and the task hardly ever: the counts have a narrow row of their
-- own, so that a judgement does not write the task's data again, nor entries into the indexes of tasks. A task without annotations
-- may have no row. No index holds a count, so that a count changes within its page.
-- A process of the former version that still runs counts nothing from here on, so that no count is missed.
lock table task in access exclusive mode;

create table task_count (
    project_id bigint not null,
    task_id bigint not null,
    total_annotations int not null,
    cancelled_annotations int not null,
    ground_truths int not null,
    is_labeled boolean not null,
    completed_at timestamptz,
    primary key (project_id, task_id)
) with (fillfactor = 90);

insert into task_count
select project_id, id, total_annotations, cancelled_annotations, ground_truths, is_labeled, completed_at
from task where (total_annotations, cancelled_annotations) <> (0, 0) order by project_id, id;

-- Counters of projects take from tasks what is counted of them, and from their counts the rest.
create or replace function count_added_tasks() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, count(*), 0, 0, 0, 0, 0, sum(total_predictions) from added group by project_id;
    insert into task_block select project_id, id / 1024, count(*) from added group by 1, 2;
    return null;
end $$;

-- Whoever counts annotations has locked their tasks, so no count is added to a task that is gone.
create or replace function count_removed_tasks() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, -count(*), 0, 0, 0, 0, 0, -sum(total_predictions) from removed group by project_id;
    insert into task_block select project_id, id / 1024, -count(*) from removed group by 1, 2;
    delete from task_count c using removed r where (c.project_id, c.task_id) = (r.project_id, r.id);
    return null;
end $$;

-- A task keeps its id, its project and its predictions.
drop trigger count_changed_tasks on task;
drop function count_changed_tasks();

create function count_added_counts() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, count(*) filter (where is_labeled), count(*) filter (where total_annotations > 0),
        sum(total_annotations), sum(cancelled_annotations), sum(ground_truths), 0
    from added group by project_id;
    return null;
end $$;
create trigger count_added_counts after insert on task_count
    referencing new table as added for each statement execute function count_added_counts();

create function count_removed_counts() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, -count(*) filter (where is_labeled), -count(*) filter (where total_annotations > 0),
        -sum(total_annotations), -sum(cancelled_annotations), -sum(ground_truths), 0
    from removed group by project_id;
    return null;
end $$;
create trigger count_removed_counts after delete on task_count
    referencing old table as removed for each statement execute function count_removed_counts();

create function count_changed_counts() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths), 0
    from (
        select project_id, cast(is_labeled as int) as finished, cast(total_annotations > 0 as int) as annotated,
            total_annotations as annotations, cancelled_annotations as skipped, ground_truths
        from changed
        union all
        select project_id, -cast(is_labeled as int), -cast(total_annotations > 0 as int), -total_annotations,
            -cancelled_annotations, -ground_truths
        from unchanged) difference
    group by project_id
    having (sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths)) <> (0, 0, 0, 0, 0);
    return null;
end $$;
create trigger count_changed_counts after update on task_count
    referencing new table as changed old table as unchanged for each statement execute function count_changed_counts();

drop index task_list;
alter table task drop column total_annotations, drop column cancelled_annotations, drop column ground_truths,
    drop column is_labeled, drop column completed_at;
-- Lists filter tasks by these columns and order them by id; the index answers that without the tasks themselves.
create index task_list on task (project_id, id) include (inner_id, total_predictions);
analyze task_count;
