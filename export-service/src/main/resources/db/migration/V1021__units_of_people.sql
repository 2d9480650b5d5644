-- What a person said of two answers of a task is what they said last: who judges the same again has changed their mind, and agrees with
-- nobody by that. So a unit is counted anew from its annotations, instead of by the difference. There are few annotations of a task.
alter table judged_unit
    add column agreement double precision generated always as (raw_agreement(counts)) stored; -- asked of every row of an export

-- The units of these annotations that the projections have just changed. First the units are locked, and then a statement of its own sees
-- what others have committed until then: the last of several that change a unit counts all of it.
create function recount_units(project_ids bigint[], task_ids bigint[], parts text[]) returns void language plpgsql as $$
begin
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

create or replace function tally_added_annotations() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select a.project_id, a.annotator_id, t.kind, t.value, count(*)
    from added a, annotation_tallies(a.judged_hour, a.skipped, a.lead_bucket, a.judged_pairs) t
    group by 1, 2, 3, 4;
    perform recount_units(array_agg(project_id), array_agg(task_id), array_agg(part)) from (
        select distinct a.project_id, a.task_id, pair.part
        from added a, json_to_recordset(cast(a.judged_pairs as json)) as pair (part text)) unit;
    return null;
end $$;

create or replace function tally_removed_annotations() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select r.project_id, r.annotator_id, t.kind, t.value, -count(*)
    from removed r, annotation_tallies(r.judged_hour, r.skipped, r.lead_bucket, r.judged_pairs) t
    group by 1, 2, 3, 4;
    perform recount_units(array_agg(project_id), array_agg(task_id), array_agg(part)) from (
        select distinct r.project_id, r.task_id, pair.part
        from removed r, json_to_recordset(cast(r.judged_pairs as json)) as pair (part text)) unit;
    return null;
end $$;

drop function sum_of_counts;

-- Those in which somebody has judged twice already.
do $$
declare
    twice record;
begin
    for twice in
        select project_id, array_agg(task_id) as tasks, array_agg(part) as parts from (
            select a.project_id, a.task_id, pair.part
            from annotation_copy a, json_to_recordset(cast(a.judged_pairs as json)) as pair (part text)
            where not a.deleted
            group by a.project_id, a.task_id, pair.part, a.annotator_id having count(*) > 1) unit
        group by project_id
    loop
        perform recount_units(array_fill(twice.project_id, array[cardinality(twice.tasks)]), twice.tasks, twice.parts);
    end loop;
end $$;
