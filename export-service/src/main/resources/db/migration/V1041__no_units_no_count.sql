-- An insert that may become an update runs the triggers of both, so two of three counts had no unit. To begin the statements below takes
-- longer than to count the units of a judgement.
create or replace function recount_units(project_ids bigint[], task_ids bigint[], parts text[]) returns void language plpgsql as $$
begin
    if project_ids is null then -- what array_agg makes of no row
        return;
    end if;
    insert into judged_unit (project_id, task_id, part, counts)
    select project_id, task_id, part, '{0,0,0,0,0}' from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)
    order by 1, 2, 3
    on conflict do nothing;
    perform from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)
        join judged_unit unit using (project_id, task_id, part)
    order by unit.project_id, unit.task_id, unit.part for update of unit;
    with touched as (
        select project_id, task_id, part from unnest(project_ids, task_ids, parts) as u (project_id, task_id, part)),
    said as (
        select distinct on (a.project_id, a.task_id, pair.part, a.annotator_id) a.project_id, a.task_id, pair.part, pair.value
        from (select distinct project_id, task_id from touched) task
            join annotation_copy a on a.project_id = task.project_id and a.task_id = task.task_id,
            json_to_recordset(cast(a.judged_pairs as json)) as pair (part text, value int)
        order by 1, 2, 3, a.annotator_id, a.judged_us desc nulls last, a.annotation_id desc),
    counted as (
        select project_id, task_id, part,
            cast(array[count(*) filter (where value = 0), count(*) filter (where value = 1), count(*) filter (where value = 2),
                count(*) filter (where value = 3), count(*) filter (where value = 4)] as int[]) as counts
        from (select project_id, task_id, part, value, false as is_touched from said
              union all select project_id, task_id, part, null, true from touched) both_of_them
        group by project_id, task_id, part having bool_or(is_touched))
    update judged_unit unit set counts = counted.counts
    from counted
    where unit.project_id = counted.project_id and unit.task_id = counted.task_id and unit.part = counted.part
        and unit.counts <> counted.counts;
end $$;
