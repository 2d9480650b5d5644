-- A model answers prompts, or judges answers that are there. Each kind has settings, a server and a run of its own.
alter table generation_settings add column kind text not null default 'ANSWERS' check (kind in ('ANSWERS', 'VERDICTS'));
alter table generation_settings drop constraint generation_settings_pkey;
alter table generation_settings add primary key (project_id, kind);

-- version is the model version of the predictions that a run of verdicts makes. refused counts verdicts that were not understood, and
-- contradicted tasks for which the answer in the same place won both times.
alter table generation_run add column kind text not null default 'ANSWERS' check (kind in ('ANSWERS', 'VERDICTS'));
alter table generation_run add column version text;
alter table generation_run add column refused int not null default 0;
alter table generation_run add column contradicted int not null default 0;
drop index generation_run_one;
create unique index generation_run_one on generation_run (project_id, kind) where state = 'RUNNING';

-- The prediction that a model's words became a part of; the words stay when it is deleted.
alter table generated_answer add column prediction_id bigint references prediction on delete set null;
create index generated_answer_prediction on generated_answer (prediction_id) where prediction_id is not null;
