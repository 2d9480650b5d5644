-- What statistics need to know of a judgement stands beside its copy, so that nobody reads the record again for that. Rows that were
-- copied by a former version lack it until FillStatistics has seen to them.
alter table annotation_copy
    add column annotator_id bigint,
    add column judged_hour int,         -- hours since 1970, UTC
    add column skipped boolean,
    add column lead_bucket smallint,    -- see LeadTimes; null where nobody measured it
    add column judged_pairs text;       -- a JSON array of JudgedPair
create index annotation_copy_uncounted on annotation_copy (project_id) where judged_hour is null and not deleted;

-- Whether the chosen answer is longer (1), shorter (-1) or as long as the rejected one (0).
alter table preference_copy add column longer smallint;
create index preference_copy_uncounted on preference_copy (project_id) where longer is null and not deleted;

-- How often something was said, by whom (0 where that does not matter). Changes are added to the sums from time to time.
create table tally (
    project_id bigint not null,
    annotator_id bigint not null,
    kind text collate "C" not null,
    value text collate "C" not null,
    count bigint not null,
    primary key (project_id, annotator_id, kind, value)
) with (fillfactor = 80);
create table tally_change (
    project_id bigint not null,
    annotator_id bigint not null,
    kind text collate "C" not null,
    value text collate "C" not null,
    count bigint not null
);
create index tally_change_by_project on tally_change (project_id);

-- What was said of two answers of a task: how many judgements prefer the first, the second, neither, find both bad, cannot judge.
create table judged_unit (
    project_id bigint not null,
    task_id bigint not null,
    part text collate "C" not null,
    counts int[] not null,
    primary key (project_id, task_id, part)
) with (fillfactor = 80);

create function annotation_tallies(judged_hour int, skipped boolean, lead_bucket smallint, judged_pairs text)
    returns table (kind text, value text) language sql immutable as $$
    select case when skipped then 'skipped' else 'judged' end, cast(judged_hour as text) where judged_hour is not null
    union all
    select 'lead', cast(lead_bucket as text) where lead_bucket is not null
    union all
    select said.kind, said.value
    from json_to_recordset(cast(judged_pairs as json)) as pair (value int, side text),
        lateral (values ('outcome', cast(pair.value as text)), ('side', pair.side)) as said (kind, value)
    where said.value is not null
$$;

-- PostgreSQL counts in bigint.
create function sum_of_counts(present int[], change bigint[], sign int) returns int[] language sql immutable as $$
    select cast(array[present[1] + sign * change[1], present[2] + sign * change[2], present[3] + sign * change[3],
        present[4] + sign * change[4], present[5] + sign * change[5]] as int[])
$$;

-- Units are locked in one order, so that partitions that arrive at once do not wait for each other for ever.
create function tally_added_annotations() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select a.project_id, a.annotator_id, t.kind, t.value, count(*)
    from added a, annotation_tallies(a.judged_hour, a.skipped, a.lead_bucket, a.judged_pairs) t
    group by 1, 2, 3, 4;
    insert into judged_unit as unit
    select a.project_id, a.task_id, pair.part, array[count(*) filter (where pair.value = 0), count(*) filter (where pair.value = 1),
        count(*) filter (where pair.value = 2), count(*) filter (where pair.value = 3), count(*) filter (where pair.value = 4)]
    from added a, json_to_recordset(cast(a.judged_pairs as json)) as pair (part text, value int)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (project_id, task_id, part) do update set counts = sum_of_counts(unit.counts, cast(excluded.counts as bigint[]), 1);
    return null;
end $$;

create function tally_removed_annotations() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select r.project_id, r.annotator_id, t.kind, t.value, -count(*)
    from removed r, annotation_tallies(r.judged_hour, r.skipped, r.lead_bucket, r.judged_pairs) t
    group by 1, 2, 3, 4;
    with gone as (
        select r.project_id, r.task_id, pair.part, array[count(*) filter (where pair.value = 0),
            count(*) filter (where pair.value = 1), count(*) filter (where pair.value = 2), count(*) filter (where pair.value = 3),
            count(*) filter (where pair.value = 4)] as counts
        from removed r, json_to_recordset(cast(r.judged_pairs as json)) as pair (part text, value int)
        group by 1, 2, 3),
    locked as (
        select unit.project_id, unit.task_id, unit.part from judged_unit unit join gone using (project_id, task_id, part)
        order by 1, 2, 3 for update of unit)
    update judged_unit unit set counts = sum_of_counts(unit.counts, gone.counts, -1)
    from gone join locked using (project_id, task_id, part)
    where (unit.project_id, unit.task_id, unit.part) = (gone.project_id, gone.task_id, gone.part);
    return null;
end $$;

create trigger tally_added_annotations after insert on annotation_copy
    referencing new table as added for each statement execute function tally_added_annotations();
-- What was said before goes first, so that a unit never has less than none.
create trigger a_tally_removed_annotations after update on annotation_copy
    referencing old table as removed for each statement execute function tally_removed_annotations();
create trigger b_tally_added_annotations after update on annotation_copy
    referencing new table as added for each statement execute function tally_added_annotations();

create function tally_added_rows() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select project_id, 0, 'row', cast(longer as text), count(*) from added where longer is not null and project_id is not null
    group by 1, 4;
    return null;
end $$;

create function tally_removed_rows() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select project_id, 0, 'row', cast(longer as text), -count(*) from removed where longer is not null and project_id is not null
    group by 1, 4;
    return null;
end $$;

create trigger tally_added_rows after insert on preference_copy
    referencing new table as added for each statement execute function tally_added_rows();
create trigger a_tally_removed_rows after update on preference_copy
    referencing old table as removed for each statement execute function tally_removed_rows();
create trigger b_tally_added_rows after update on preference_copy
    referencing new table as added for each statement execute function tally_added_rows();

-- Units with two judgements and more are tallied by their counts: there are many units, and few different counts.
create function tally_added_units() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select project_id, 0, 'unit', cast(counts as text), count(*) from added
    where counts[1] + counts[2] + counts[3] + counts[4] + counts[5] > 1 group by 1, 4;
    return null;
end $$;

create function tally_removed_units() returns trigger language plpgsql as $$
begin
    insert into tally_change
    select project_id, 0, 'unit', cast(counts as text), -count(*) from removed
    where counts[1] + counts[2] + counts[3] + counts[4] + counts[5] > 1 group by 1, 4;
    return null;
end $$;

create trigger tally_added_units after insert on judged_unit
    referencing new table as added for each statement execute function tally_added_units();
create trigger a_tally_removed_units after update on judged_unit
    referencing old table as removed for each statement execute function tally_removed_units();
create trigger b_tally_added_units after update on judged_unit
    referencing new table as added for each statement execute function tally_added_units();
