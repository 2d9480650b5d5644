-- Topics that are filled again from what this service has, because they were made anew or have lost their end.
create table republication (
    topic text primary key,
    -- Somebody has accepted the topic with this id in the place of the one that was published to.
    topic_id text not null,
    -- The key up to which everything was recorded again; null until the relay has taken the acceptance. The highest key that there
    -- was at the beginning; null until then.
    reached bigint,
    highest bigint,
    -- From here until the end nobody knows where on the topic a state is.
    begun_at timestamptz,
    ended_at timestamptz
);

-- Accepts a topic as it is, and has it filled again. The relay begins with that when it finds the topic with this id.
create function republish(topic_name text, id text) returns void language sql volatile as $$
    insert into republication (topic, topic_id) values (topic_name, id)
    on conflict (topic) do update
    -- A topic that is being filled stays so, and begins again.
    set topic_id = excluded.topic_id, reached = null, highest = null, ended_at = null,
        begun_at = case when republication.ended_at is null then republication.begun_at end
$$;
