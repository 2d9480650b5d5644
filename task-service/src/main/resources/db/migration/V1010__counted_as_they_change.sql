-- Counters of projects, kept by the statements that change what is counted. Each statement adds rows with what it has changed and
-- changes none that is there, so that nobody waits for somebody else's transaction, an import's least of all. A project's counter
-- is the sum of its rows; many rows are folded into one from time to time.
create table project_progress (
    project_id bigint not null,
    tasks bigint not null,
    finished bigint not null,
    annotated bigint not null,
    annotations bigint not null,
    skipped bigint not null,
    ground_truths bigint not null,
    predictions bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
create index project_progress_project on project_progress (project_id);

-- How many tasks a project has among each 1,024 ids: whoever asks for a far page finds its place without walking there.
create table task_block (
    project_id bigint not null,
    block bigint not null,
    tasks bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
create index task_block_place on task_block (project_id, block) include (tasks);

-- Which controls have answers, and how many annotations have each: a new configuration must not contradict them.
create table used_control (
    project_id bigint not null,
    control text not null,
    annotations bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
create index used_control_project on used_control (project_id);

create function count_added_tasks() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, count(*), count(*) filter (where is_labeled), count(*) filter (where total_annotations > 0),
        sum(total_annotations), sum(cancelled_annotations), sum(ground_truths), sum(total_predictions)
    from added group by project_id;
    insert into task_block select project_id, id / 1024, count(*) from added group by 1, 2;
    return null;
end $$;
create trigger count_added_tasks after insert on task
    referencing new table as added for each statement execute function count_added_tasks();

create function count_removed_tasks() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, -count(*), -count(*) filter (where is_labeled), -count(*) filter (where total_annotations > 0),
        -sum(total_annotations), -sum(cancelled_annotations), -sum(ground_truths), -sum(total_predictions)
    from removed group by project_id;
    insert into task_block select project_id, id / 1024, -count(*) from removed group by 1, 2;
    return null;
end $$;
create trigger count_removed_tasks after delete on task
    referencing old table as removed for each statement execute function count_removed_tasks();

-- A task keeps its id and its project.
create function count_changed_tasks() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths), sum(predictions)
    from (
        select project_id, cast(is_labeled as int) as finished, cast(total_annotations > 0 as int) as annotated,
            total_annotations as annotations, cancelled_annotations as skipped, ground_truths,
            total_predictions as predictions
        from changed
        union all
        select project_id, -cast(is_labeled as int), -cast(total_annotations > 0 as int), -total_annotations,
            -cancelled_annotations, -ground_truths, -total_predictions
        from unchanged) difference
    group by project_id
    having (sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths), sum(predictions))
        <> (0, 0, 0, 0, 0, 0);
    return null;
end $$;
create trigger count_changed_tasks after update on task
    referencing new table as changed old table as unchanged for each statement execute function count_changed_tasks();

create function count_added_controls() returns trigger language plpgsql as $$
begin
    insert into used_control
    select project_id, control, count(*) from added, unnest(controls) control
    where not deleted and project_id is not null group by 1, 2;
    return null;
end $$;
create trigger count_added_controls after insert on annotation_summary
    referencing new table as added for each statement execute function count_added_controls();

create function count_removed_controls() returns trigger language plpgsql as $$
begin
    insert into used_control
    select project_id, control, -count(*) from removed, unnest(controls) control
    where not deleted and project_id is not null group by 1, 2;
    return null;
end $$;
create trigger count_removed_controls after delete on annotation_summary
    referencing old table as removed for each statement execute function count_removed_controls();

create function count_changed_controls() returns trigger language plpgsql as $$
begin
    insert into used_control
    select project_id, control, sum(annotations)
    from (
        select project_id, control, 1 as annotations from changed, unnest(controls) control
        where not deleted and project_id is not null
        union all
        select project_id, control, -1 from unchanged, unnest(controls) control
        where not deleted and project_id is not null) difference
    group by 1, 2 having sum(annotations) <> 0;
    return null;
end $$;
create trigger count_changed_controls after update on annotation_summary
    referencing new table as changed old table as unchanged for each statement execute function count_changed_controls();

-- What is there already.
insert into project_progress
select project_id, count(*), count(*) filter (where is_labeled), count(*) filter (where total_annotations > 0),
    sum(total_annotations), sum(cancelled_annotations), sum(ground_truths), sum(total_predictions)
from task group by project_id;
insert into task_block select project_id, id / 1024, count(*) from task group by 1, 2;
insert into used_control
select project_id, control, count(*) from annotation_summary, unnest(controls) control
where not deleted and project_id is not null group by 1, 2;
