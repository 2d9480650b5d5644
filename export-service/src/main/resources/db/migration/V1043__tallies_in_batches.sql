-- A statement that copies judgements adds one row for each of their projects. It was a row for each thing that was said, almost two for each
-- judgement, and each of them was written, entered in an index, read again, deleted and vacuumed: a tenth of what PostgreSQL's work for a
-- judgement costs.
with folded as (delete from tally_change returning *)
insert into tally as present
select project_id, annotator_id, kind, value, sum(count) from folded
group by 1, 2, 3, 4 having sum(count) <> 0
on conflict (project_id, annotator_id, kind, value) do update set count = present.count + excluded.count;
drop table tally_change;

create type tally_count as (annotator_id bigint, kind text collate "C", value text collate "C", count bigint);
create table tally_batch (
    project_id bigint not null,
    counts tally_count[] not null,
    changed_at timestamptz not null default clock_timestamp()
);
create index tally_batch_by_project on tally_batch (project_id);

create view tally_change as
select batch.project_id, said.annotator_id, said.kind, said.value, said.count
from tally_batch batch, unnest(batch.counts) said;

create or replace function tally_added_annotations() returns trigger language plpgsql as $$
begin
    insert into tally_batch (project_id, counts)
    select project_id, array_agg(cast(row(annotator_id, kind, value, count) as tally_count)) from (
        select a.project_id, a.annotator_id, t.kind, t.value, count(*) as count
        from added a, annotation_tallies(a.judged_hour, a.skipped, a.lead_bucket, a.judged_pairs) t
        group by 1, 2, 3, 4) said
    group by project_id;
    perform recount_units(array_agg(project_id), array_agg(task_id), array_agg(judged_pairs)) from added
    where judged_pairs <> '[]'; -- skips, and deleted annotations, which have none
    return null;
end $$;

create or replace function tally_removed_annotations() returns trigger language plpgsql as $$
begin
    insert into tally_batch (project_id, counts)
    select project_id, array_agg(cast(row(annotator_id, kind, value, -count) as tally_count)) from (
        select r.project_id, r.annotator_id, t.kind, t.value, count(*) as count
        from removed r, annotation_tallies(r.judged_hour, r.skipped, r.lead_bucket, r.judged_pairs) t
        group by 1, 2, 3, 4) said
    group by project_id;
    perform recount_units(array_agg(project_id), array_agg(task_id), array_agg(judged_pairs)) from removed
    where judged_pairs <> '[]'; -- skips, and deleted annotations, which have none
    return null;
end $$;

create or replace function tally_added_rows() returns trigger language plpgsql as $$
begin
    insert into tally_batch (project_id, counts)
    select project_id, array_agg(cast(row(0, 'row', longer, count) as tally_count)) from (
        select project_id, longer, count(*) as count from added
        where longer is not null and project_id is not null group by 1, 2) said
    group by project_id;
    return null;
end $$;

create or replace function tally_removed_rows() returns trigger language plpgsql as $$
begin
    insert into tally_batch (project_id, counts)
    select project_id, array_agg(cast(row(0, 'row', longer, -count) as tally_count)) from (
        select project_id, longer, count(*) as count from removed
        where longer is not null and project_id is not null group by 1, 2) said
    group by project_id;
    return null;
end $$;

create or replace function tally_added_units() returns trigger language plpgsql as $$
begin
    insert into tally_batch (project_id, counts)
    select project_id, array_agg(cast(row(0, 'unit', counts, count) as tally_count)) from (
        select project_id, counts, count(*) as count from added
        where counts[1] + counts[2] + counts[3] + counts[4] + counts[5] > 1 group by 1, 2) said
    group by project_id;
    return null;
end $$;

create or replace function tally_removed_units() returns trigger language plpgsql as $$
begin
    insert into tally_batch (project_id, counts)
    select project_id, array_agg(cast(row(0, 'unit', counts, -count) as tally_count)) from (
        select project_id, counts, count(*) as count from removed
        where counts[1] + counts[2] + counts[3] + counts[4] + counts[5] > 1 group by 1, 2) said
    group by project_id;
    return null;
end $$;

-- As before, but what people say (a JSON array of JudgedPair) is read only of tasks whose units are stored, or have to be.
drop function recount_units(bigint[], bigint[], text[]);
create function recount_units(project_ids bigint[], task_ids bigint[], judged_pairs text[]) returns void language plpgsql as $$
declare
    parts text[];
begin
    if project_ids is null then -- what array_agg makes of no row
        return;
    end if;
    perform pg_advisory_xact_lock(7310443, place) from (
        select distinct hashint8(task_id) as place from unnest(task_ids) task_id order by 1) task;
    select array_agg(unit.project_id), array_agg(unit.task_id), array_agg(unit.part) into project_ids, task_ids, parts from (
        select distinct several.project_id, several.task_id, pair.part from (
            select u.project_id, u.task_id, u.pairs from unnest(project_ids, task_ids, judged_pairs) as u (project_id, task_id, pairs)
            where exists (select from annotation_copy a where a.project_id = u.project_id and a.task_id = u.task_id offset 1)
                or exists (select from judged_unit known where known.project_id = u.project_id and known.task_id = u.task_id)
            offset 0) several,
            json_to_recordset(cast(several.pairs as json)) as pair (part text)) unit;
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
