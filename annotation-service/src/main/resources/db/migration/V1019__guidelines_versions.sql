-- The version of the project's guidelines that was in force when the task was claimed, and by which it was judged. 0 where there were
-- none, and where nobody knows. A default that is the same for all rows writes none of them anew.
alter table lease add column guidelines_version int not null default 0;
alter table annotation add column guidelines_version int not null default 0;
