-- What an annotator has judged, the newest first.
create index annotation_of_author on annotation (project_id, completed_by, id);

-- Skips are counted apart: they are annotations that judge nothing.
alter table progress add column skipped bigint not null default 0;
alter table progress_change add column skipped bigint not null default 0;

create or replace function count_annotations() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into progress_change (project_id, annotator, annotations, skipped)
        select project_id, completed_by, count(*), count(*) filter (where was_cancelled)
        from added group by project_id, completed_by;
    elsif tg_op = 'DELETE' then
        insert into progress_change (project_id, annotator, annotations, skipped)
        select project_id, completed_by, -count(*), -count(*) filter (where was_cancelled)
        from gone group by project_id, completed_by;
    else
        insert into progress_change (project_id, annotator, skipped)
        select project_id, completed_by, sum(skipped) from (
            select project_id, completed_by, was_cancelled::int as skipped from added
            union all select project_id, completed_by, -was_cancelled::int from gone) as each
        group by project_id, completed_by having sum(skipped) <> 0;
    end if;
    return null;
end $$;
create trigger count_changed_annotations after update on annotation
    referencing old table as gone new table as added for each statement execute function count_annotations();

insert into progress (project_id, annotator, tasks, finished, annotations, skipped)
select project_id, completed_by, 0, 0, 0, count(*) from annotation where was_cancelled group by project_id, completed_by
on conflict (project_id, annotator) do update set skipped = excluded.skipped;
