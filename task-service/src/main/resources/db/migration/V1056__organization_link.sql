-- The link of the organization. Its secret follows from the salt and this installation's secret, as API tokens do, and its
-- invitation is found by the hash. Whoever shows or renews it locks the row.
create table organization_link (
    single boolean primary key default true check (single),
    salt text not null default ''
);
insert into organization_link default values;
