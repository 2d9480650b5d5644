-- Who judges for a year has judged in thousands of hours. A chart of them shows days, so days are counted beside the hours, and the hours
-- stand where nobody reads them who wants the rest.
alter table tally drop constraint tally_pkey;
alter table tally add primary key (project_id, kind, annotator_id, value);

insert into tally
select project_id, annotator_id, kind || '_day', cast(floor(cast(value as int) / 24.0) as text), sum(count)
from (select * from tally union all select * from tally_change) counted
where kind in ('judged', 'skipped') group by 1, 2, 3, 4 having sum(count) <> 0;

create or replace function annotation_tallies(judged_hour int, skipped boolean, lead_bucket smallint, judged_pairs text)
    returns table (kind text, value text) language sql immutable as $$
    select case when skipped then 'skipped' else 'judged' end, cast(judged_hour as text) where judged_hour is not null
    union all
    select case when skipped then 'skipped_day' else 'judged_day' end, cast(floor(judged_hour / 24.0) as text)
    where judged_hour is not null
    union all
    select 'lead', cast(lead_bucket as text) where lead_bucket is not null
    union all
    select said.kind, said.value
    from json_to_recordset(cast(judged_pairs as json)) as pair (value int, side text),
        lateral (values ('outcome', cast(pair.value as text)), ('side', pair.side)) as said (kind, value)
    where said.value is not null
$$;
