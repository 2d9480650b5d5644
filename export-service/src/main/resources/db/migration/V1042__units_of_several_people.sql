-- A unit that one person has judged agrees with nobody, and nothing asks for it. Most tasks of most projects are judged by one person, so
-- to store their units was a tenth of what a judgement costs PostgreSQL. A unit is stored once its task has a second annotation, and stays.

-- The tasks are locked first, in one order, and then a statement of its own sees what others have committed until then: the last of several
-- who judge a task counts all of it. A stored unit cannot be the lock, because there is none before the second annotation.
create or replace function recount_units(project_ids bigint[], task_ids bigint[], parts text[]) returns void language plpgsql as $$
begin
    if project_ids is null then -- what array_agg makes of no row
        return;
    end if;
    perform pg_advisory_xact_lock(7310443, place) from (
        select distinct hashint8(task_id) as place from unnest(task_ids) task_id order by 1) task;
    select array_agg(u.project_id), array_agg(u.task_id), array_agg(u.part) into project_ids, task_ids, parts
    from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)
    where exists (select from annotation_copy a where a.project_id = u.project_id and a.task_id = u.task_id offset 1)
        or exists (select from judged_unit known where known.project_id = u.project_id and known.task_id = u.task_id
            and known.part = u.part);
    if project_ids is null then
        return;
    end if;
    with counted as materialized (select * from count_units(project_ids, task_ids, parts)),
    changed as (
        update judged_unit unit set counts = counted.counts from counted
        where unit.project_id = counted.project_id and unit.task_id = counted.task_id and unit.part = counted.part
            and unit.counts <> counted.counts)
    insert into judged_unit (project_id, task_id, part, counts)
    select counted.* from counted
    where not exists (select from judged_unit known where known.project_id = counted.project_id
        and known.task_id = counted.task_id and known.part = counted.part);
end $$;
