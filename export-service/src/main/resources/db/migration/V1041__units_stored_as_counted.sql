-- Most tasks are judged for the first time, and their units are stored as they are counted. Before, each unit was stored empty, locked, and
-- updated. An insert that may become an update runs the triggers of both, so two of three counts had no unit at all; to begin the
-- statements takes longer than to count the units of a judgement.

-- What people say of these units of a task now: for each of the five values by how many people it was said last.
create function count_units(project_ids bigint[], task_ids bigint[], parts text[])
    returns table (project_id bigint, task_id bigint, part text, counts int[]) language sql stable as $$
    with touched as (
        select u.project_id, u.task_id, u.part from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)),
    said as (
        select distinct on (a.project_id, a.task_id, pair.part, a.annotator_id) a.project_id, a.task_id, pair.part, pair.value
        from (select distinct t.project_id, t.task_id from touched t) task
            join annotation_copy a on a.project_id = task.project_id and a.task_id = task.task_id,
            json_to_recordset(cast(a.judged_pairs as json)) as pair (part text, value int)
        order by 1, 2, 3, a.annotator_id, a.judged_us desc nulls last, a.annotation_id desc)
    select one.project_id, one.task_id, one.part,
        cast(array[count(*) filter (where value = 0), count(*) filter (where value = 1), count(*) filter (where value = 2),
            count(*) filter (where value = 3), count(*) filter (where value = 4)] as int[])
    from (select s.project_id, s.task_id, s.part, s.value, false as is_touched from said s
          union all select t.project_id, t.task_id, t.part, null, true from touched t) one
    group by one.project_id, one.task_id, one.part having bool_or(is_touched)
$$;

-- Whoever stores a unit first has counted what was committed then. All others find it stored, lock it, and count it anew in a statement
-- that sees what was committed until then.
create or replace function recount_units(project_ids bigint[], task_ids bigint[], parts text[]) returns void language plpgsql as $$
begin
    if project_ids is null then -- what array_agg makes of no row
        return;
    end if;
    with stored as (
        insert into judged_unit (project_id, task_id, part, counts)
        select counted.project_id, counted.task_id, counted.part, counted.counts
        from (select array_agg(u.project_id) as project_ids, array_agg(u.task_id) as task_ids, array_agg(u.part) as parts
              from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)
              where not exists (select from judged_unit known where known.project_id = u.project_id
                  and known.task_id = u.task_id and known.part = u.part)) new,
            count_units(new.project_ids, new.task_ids, new.parts) counted
        order by 1, 2, 3
        on conflict do nothing
        returning judged_unit.project_id, judged_unit.task_id, judged_unit.part)
    select array_agg(other.project_id), array_agg(other.task_id), array_agg(other.part) into project_ids, task_ids, parts
    from (select * from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)
          except select * from stored) other;
    if project_ids is null then
        return;
    end if;
    perform from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)
        join judged_unit unit using (project_id, task_id, part)
    order by unit.project_id, unit.task_id, unit.part for update of unit;
    update judged_unit unit set counts = counted.counts
    from count_units(project_ids, task_ids, parts) counted
    where unit.project_id = counted.project_id and unit.task_id = counted.task_id and unit.part = counted.part
        and unit.counts <> counted.counts;
end $$;
