-- When somebody last judged a task of a project. It stands in the rows that each judgement adds to the counters anyway, and is their
-- maximum; it stays where it is if the judgement is deleted. A process of the former version that still runs folds rows without it, so
-- that it may be missing until the next judgement. Annotations that were imported may name any time, also one to come.
create function no_later_than_now(moment timestamptz) returns timestamptz language sql stable strict parallel safe
return least(moment, now());

alter table project_progress add column judged_at timestamptz;

create or replace function count_added_counts() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, count(*) filter (where is_labeled), count(*) filter (where total_annotations > 0),
        sum(total_annotations), sum(cancelled_annotations), sum(ground_truths), 0, no_later_than_now(max(completed_at))
    from added group by project_id;
    return null;
end $$;

create or replace function count_changed_counts() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths), 0,
        no_later_than_now(max(completed_at))
    from (
        select project_id, cast(is_labeled as int) as finished, cast(total_annotations > 0 as int) as annotated,
            total_annotations as annotations, cancelled_annotations as skipped, ground_truths, completed_at
        from changed
        union all
        select project_id, -cast(is_labeled as int), -cast(total_annotations > 0 as int), -total_annotations,
            -cancelled_annotations, -ground_truths, null
        from unchanged) difference
    group by project_id
    having (sum(finished), sum(annotated), sum(annotations), sum(skipped), sum(ground_truths)) <> (0, 0, 0, 0, 0);
    return null;
end $$;

-- What is there already.
insert into project_progress
select project_id, 0, 0, 0, 0, 0, 0, 0, no_later_than_now(max(completed_at))
from task_count where completed_at is not null group by project_id;
