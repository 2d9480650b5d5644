-- What twins have in common: tasks with the same data, whatever the order of keys and of compared answers. It is filled for a project
-- when somebody asks for its twins for the first time, and is null where the data has changed since. An import that asks for no twins
-- does not write here.
create table task_fingerprint (
    project_id bigint not null,
    task_id bigint not null,
    -- That of the task whose data was looked at.
    revision bigint not null,
    fingerprint uuid,
    primary key (project_id, task_id)
);
create index task_fingerprint_twins on task_fingerprint (project_id, fingerprint, task_id);

-- What fingerprints depend on beside the data: what the project's labeling configuration compares.
create table fingerprint_form (
    project_id bigint primary key references project on delete cascade,
    form text not null
);

-- A row, and not only its absence, says that the data has changed: whoever stores a fingerprint of the former data at the same time
-- waits for this row, or this for them.
create function forget_fingerprint() returns trigger language plpgsql as $$
begin
    insert into task_fingerprint (project_id, task_id, revision) values (new.project_id, new.id, new.revision)
    on conflict (project_id, task_id) do update set revision = excluded.revision, fingerprint = null;
    return null;
end $$;
create trigger forget_fingerprint after update of data on task
    for each row when (old.content_sha256 is distinct from new.content_sha256) execute function forget_fingerprint();

create function remove_fingerprints() returns trigger language plpgsql as $$
begin
    delete from task_fingerprint f using removed r where f.project_id = r.project_id and f.task_id = r.id;
    return null;
end $$;
create trigger remove_fingerprints after delete on task
    referencing old table as removed for each statement execute function remove_fingerprints();
