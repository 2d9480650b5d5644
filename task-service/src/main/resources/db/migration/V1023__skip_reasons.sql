-- Why a task was skipped, in the words of whoever skipped it.
alter table annotation_summary add column skip_reason text;
