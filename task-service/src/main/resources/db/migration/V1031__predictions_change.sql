-- Predictions come and go while their task stays, and may change; null where one has not.
alter table prediction add column updated_at timestamptz;

-- Counters of projects follow. Tasks are changed one by one or in sets, and imports only add them, so that this costs them nothing.
create function count_changed_predictions() returns trigger language plpgsql as $$
begin
    insert into project_progress
    select project_id, 0, 0, 0, 0, 0, 0, sum(predictions)
    from (
        select project_id, total_predictions as predictions from changed
        union all
        select project_id, -total_predictions from unchanged) difference
    group by project_id having sum(predictions) <> 0;
    return null;
end $$;
create trigger count_changed_predictions after update on task
    referencing new table as changed old table as unchanged for each statement execute function count_changed_predictions();
