-- Whose votes a row by majority stands for, where that are more than its own judgement: a JSON array of objects with record_id,
-- annotation_id, annotator_id, and what was said as outcome and vote, which go with a purged content. Null where there is nothing to say,
-- and of snapshots that were made before: which judgements there were then is not known any more.
alter table snapshot_row add column voters jsonb;
create index snapshot_row_by_voter on snapshot_row using gin (voters jsonb_path_ops) where voters is not null;
