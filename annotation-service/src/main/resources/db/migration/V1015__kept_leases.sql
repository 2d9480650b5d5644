-- Whether a lease is kept for a journey offline: its person may hold more of them, and no heartbeats are needed.
alter table lease add column kept boolean not null default false;
