-- What an annotator has judged, the newest first. The index of all ids cannot give this order, so that PostgreSQL never walks over what
-- other people have judged.
create index annotation_newest on annotation (project_id, completed_by, (-id));
drop index annotation_of_author;
