-- The index by project and unique_id begins with the project, too. Each judgement wrote an entry into both.
drop index annotation_summary_project;
