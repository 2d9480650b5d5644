-- Bodies can hold passwords, and a plain hash of one lets whoever reads the table try them out. From now on bodies are noted by a
-- code that needs the installation's secret. The hashes that are here are dropped; the answers stay, so that nothing is done twice.
alter table idempotent_answer rename column body_sha256 to body_mac;
update idempotent_answer set body_mac = '';
