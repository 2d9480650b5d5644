-- Lists of tasks are filtered and ordered by what people answered. An annotation's answer is that of its first comparing control,
-- its ranking behind it, so that equal answers are equal texts: 'preference [[1], [0]]'.
alter table annotation_summary
    add column verdict text generated always as
        ((cast(verdicts as json) -> 0 ->> 'outcome') || ' ' || (cast(verdicts as json) -> 0 ->> 'ranking')) stored,
    add column strength smallint generated always as
        (nullif(cast(cast(verdicts as json) -> 0 ->> 'strength' as smallint), 0)) stored;

alter table task_count
    add column annotators bigint[],
    add column lead_time numeric,
    add column outcome text,
    add column chosen smallint,
    add column strength numeric,
    add column agreement numeric;

-- What the answers to a task, in order, say together. The outcome is that of the answer which most people gave, 'mixed' where several
-- were given as often. The chosen candidate counts from 1, in the order of the configuration. The agreement is the share of pairs of
-- answers that are equal; a single answer agrees with nobody.
create function agreed(verdicts text[], out outcome text, out chosen smallint, out agreement numeric)
language plpgsql immutable parallel safe as $$
declare
    answer text;
    most bigint := 0;
    total bigint := coalesce(cardinality(verdicts), 0);
    pairs bigint := 0;
    times bigint;
    common text;
begin
    if total = 0 then
        return;
    end if;
    if verdicts[1] = verdicts[total] then
        common := verdicts[1];
        pairs := total * (total - 1);
    else
        for answer, times in select a, count(*) from unnest(verdicts) a group by a loop
            pairs := pairs + times * (times - 1);
            if times = most then
                common := null;
            elsif times > most then
                most := times;
                common := answer;
            end if;
        end loop;
    end if;
    outcome := coalesce(split_part(common, ' ', 1), 'mixed');
    if outcome in ('preference', 'ranking') then
        chosen := cast(substring(common from '\[\[([0-9]+)\]') as smallint) + 1;
    end if;
    if total > 1 then
        agreement := cast(pairs as numeric) / (total * (total - 1));
    end if;
end $$;

update task_count c
set annotators = s.annotators, lead_time = s.lead_time, strength = s.strength, outcome = a.outcome, chosen = a.chosen,
    agreement = a.agreement
from (select project_id, task_id, array_agg(distinct completed_by) as annotators, avg(lead_time) as lead_time,
          avg(strength) as strength, array_agg(verdict order by verdict collate "C") filter (where verdict is not null) as verdicts
      from annotation_summary where not deleted group by project_id, task_id) s
    cross join lateral agreed(s.verdicts) a
where (c.project_id, c.task_id) = (s.project_id, s.task_id);

-- The number that a text of a task's data says; null where it says none.
create function number_of(value text) returns numeric language plpgsql immutable strict parallel safe as $$
begin
    if value ~ '^-?[0-9]{1,100}(\.[0-9]{1,100})?([eE][-+]?[0-9]{1,2})?$' then
        return cast(value as numeric);
    end if;
    return null;
end $$;
