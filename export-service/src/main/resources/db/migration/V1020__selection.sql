-- What selects rows of a file stands beside the copies, so that nobody reads the record again for that. Copies that a former version
-- has made lack it until CountFormerCopies has seen to them.
alter table annotation_copy
    add column judged_us bigint,        -- when the judgement was made: microseconds since 1970, UTC
    add column ground_truth boolean;
create index annotation_copy_unplaced on annotation_copy (project_id) where judged_us is null and not deleted;

alter table preference_copy
    add column part text collate "C",   -- as in judged_unit
    add column prefers smallint,        -- 0 where the first answer of the pair is chosen, 1 where the second is: as in JudgedPair
    add column strength smallint,
    add column split_place int,         -- see SplitPlace: equal prompts have equal places
    add column texts_hash bigint,       -- of the prompt and both answers, whichever is chosen
    add column is_upward boolean;       -- which of both texts is chosen, whatever their order in the task
create index preference_copy_unplaced on preference_copy (project_id) where split_place is null and not deleted;

-- The share of pairs of judgements that say the same, as Agreement computes it; null where there is no pair. A plain expression
-- becomes part of the statement, which is several times as fast as a call.
create function raw_agreement(counts int[]) returns double precision language sql immutable as $$
    select (counts[1] * (counts[1] - 1.0::float8) + counts[2] * (counts[2] - 1.0::float8) + counts[3] * (counts[3] - 1.0::float8)
            + counts[4] * (counts[4] - 1.0::float8) + counts[5] * (counts[5] - 1.0::float8))
        / nullif((counts[1] + counts[2] + counts[3] + counts[4] + counts[5])
            * (counts[1] + counts[2] + counts[3] + counts[4] + counts[5] - 1.0::float8), 0)
$$;

-- The record of a row with the split that an export has put it in; one that its task was put in before stays.
create function with_split(record text, split text) returns text language sql immutable as $$
    select case found when 0 then record
        else left(record, length(record) - found - 14) || '"split":"' || split || '"' || right(record, found - 1) end
    from (select position(reverse('"split":"train"') in reverse(record)) as found) last
$$;
