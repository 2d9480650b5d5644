-- How many of its newest snapshots a schedule keeps; null for all.
alter table schedule add column keep int check (keep >= 1);

-- A run whose snapshot is removed names it no longer, so that few rows are looked at.
create index schedule_run_with_snapshot on schedule_run (schedule_id, run_id) where snapshot_id is not null;
