-- SHA-256 of the labeling configuration under which it was judged; null where nobody knows.
alter table annotation_copy add column label_config_sha256 text;

-- What the provenance of a frozen row says of its time; null in snapshots of former versions, and where there was nothing to say.
alter table snapshot_row
    add column agreement double precision,
    add column label_config_sha256 text;
