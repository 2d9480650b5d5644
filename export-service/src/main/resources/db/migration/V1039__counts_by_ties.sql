-- Why pairs were not selected for formats that have no rows of ties, or of both bad as well: a JSON object of what left_out holds, by the
-- name of Ties. It is empty where ties were not asked for, and of snapshots that were made before: what was said of each pair is not known.
alter table snapshot add column left_out_by_ties text not null default '{}';
