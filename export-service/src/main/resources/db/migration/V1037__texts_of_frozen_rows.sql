-- Which rows of a snapshot have the same prompt with the same two answers, and which answer they prefer: what contradicts each other is
-- counted without reading the texts.
alter table snapshot_row
    add column texts_hash bigint,  -- as in preference_copy when the row was frozen; null where there is no row
    add column is_upward boolean;  -- whether the chosen text is the greater one; null of ties

-- Rows of older snapshots are compared with each other alone, so their hash may be another one.
update snapshot_row r
set texts_hash = hashtextextended(concat_ws(chr(10), said.prompt, least(said.chosen, said.rejected),
        greatest(said.chosen, said.rejected)), 0),
    is_upward = case when r.tie_line = 0 then said.chosen > said.rejected end
from (
    select c.project_id, c.sha256, cast(texts.prompt as text) as prompt, cast(texts.chosen as text) collate "C" as chosen,
        cast(texts.rejected as text) collate "C" as rejected
    from snapshot_content c, json_to_record(cast(c.record as json)) as texts (prompt json, chosen json, rejected json)) said
where said.project_id = r.project_id and said.sha256 = r.sha256 and r.has_row;
