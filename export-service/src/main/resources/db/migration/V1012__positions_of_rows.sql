-- Streams tell of each row's last change, in the order of positions. A deletion keeps the project and the annotator, so that those
-- who had the row learn of it. The copies that are there get positions in the order of annotations; later ones are times.
alter table preference_copy add column position bigint, add column stream_project_id bigint, add column annotator_id bigint;
update preference_copy present
set position = placed.position, stream_project_id = present.project_id,
    annotator_id = cast(cast(present.record as json) ->> 'annotator_id' as bigint)
from (select record_id, row_number() over (order by annotation_id, record_id) as position
      from preference_copy where not deleted) placed
where present.record_id = placed.record_id;
create index preference_copy_by_position on preference_copy (stream_project_id, position);
create index preference_copy_by_annotator on preference_copy (stream_project_id, annotator_id, position);

-- The last position that was given out. Whoever gives out more locks this one row until the commit.
create table preference_head (
    last_position bigint not null
);
insert into preference_head select count(*) from preference_copy;
