-- What the access topic says, for services other than its owner. Deletions are markers: nothing deleted comes back.
create table access_copy (
    user_id bigint primary key,
    revision bigint not null,
    deleted boolean not null default false,
    email text,
    first_name text,
    last_name text,
    role text,
    active boolean not null default false,
    project_ids bigint[] not null default '{}'
);
create table access_secret (
    hash text primary key,
    user_id bigint not null,
    kind text not null check (kind in ('token', 'session')),
    expires_at timestamptz
);
create index access_secret_user on access_secret (user_id);
