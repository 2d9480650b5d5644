-- While more rows wait than one batch of the relay holds, projects take turns: the first rows of each one are looked for.
create index outbox_project on outbox (project_id, id);
