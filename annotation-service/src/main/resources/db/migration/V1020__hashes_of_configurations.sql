-- SHA-256 of the labeling configuration under which the task was claimed, and under which it was judged; null where nobody knows.
alter table lease add column label_config_sha256 text;
alter table annotation add column label_config_sha256 text;
