-- What a snapshot holds. Those that were made before have no version: they hold the rows of preferences and ties alone, and so do
-- their files for ever.
alter table snapshot
    add column version smallint,                    -- 2: also what stands beside the rows, see the next three
    add column both_bad bigint not null default 0,  -- how many rows of "both bad" it holds
    add column without_row bigint not null default 0, -- how many pairs that have no row
    add column beside_sha256 text;                  -- of both

alter table snapshot_row
    add column outcome text,                        -- preference, tie or both_bad; null of a snapshot without a version
    add column shape text,                          -- as in preference_copy; null where there is no row, or no version
    add column has_row boolean not null default true; -- false of a pair that nothing could be trained on: its content names it
create index snapshot_row_without_row on snapshot_row (snapshot_id, line) where not has_row;
