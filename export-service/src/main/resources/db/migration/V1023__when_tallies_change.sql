-- Pages are told when the statistics of a project change, whichever replica has applied it. So a change says when it was made, and is
-- folded once everybody who asks every second has had time to see it.
alter table tally_change add column changed_at timestamptz not null default clock_timestamp();
