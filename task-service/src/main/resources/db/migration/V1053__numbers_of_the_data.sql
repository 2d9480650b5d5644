-- The number that a text of a task's data says; null where it says none. The planner puts the body in place of the call, and the body takes
-- its value once, which is read from JSON. An expression with bounds such as {1,100} takes several times as long to match. So the text is cut
-- instead: no number of JSON is longer, and no value that is asked for has as many digits.
create or replace function number_of(value text) returns numeric language sql immutable strict parallel safe
return cast(substring(left(value, 1000) from '^-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,2})?$') as numeric);
