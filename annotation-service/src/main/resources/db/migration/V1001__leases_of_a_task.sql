-- A claim looks at every order in which its task was shown, and a deleted task takes its leases along; leases are kept, so
-- without this each of them reads all that there ever were.
create index lease_of_task on lease (task_id);
