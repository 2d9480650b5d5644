-- Whether a value of a task's data holds a text, in either case of the letters A to Z; keys do not count. A condition that asks a subquery of
-- the task keeps PostgreSQL from reading tasks by several processes, and a function does not.
create function says(data text, wanted text) returns boolean language sql immutable parallel safe
return exists (select from json_each_text(cast(data as json)) v
    where strpos(lower(v.value collate "C"), lower(wanted collate "C")) > 0);
