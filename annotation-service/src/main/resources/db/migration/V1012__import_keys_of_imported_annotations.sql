-- Only annotations that came with imported tasks have a key. Each judgement of a person wrote an entry without one.
alter table annotation drop constraint annotation_import_key_key;
create unique index annotation_import_key on annotation (import_key) where import_key is not null;
