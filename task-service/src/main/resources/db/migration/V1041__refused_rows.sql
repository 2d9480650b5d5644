-- Rows that imports have left out because they could not be imported, as files that can be mended and imported again. Each piece is a part
-- of such a file. They go after a day, or with their project.
create table refused_rows (
    project_id bigint not null references project on delete cascade,
    import_id uuid not null,
    -- Which of the import's files, from 0.
    part int not null,
    piece int not null,
    file_name text not null,
    content text not null,
    created_at timestamptz not null,
    primary key (project_id, import_id, part, piece)
);
create index refused_rows_age on refused_rows (created_at);
