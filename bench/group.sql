-- What annotation-service sends to store a group of judgements (StoreJudgements), as pgbench repeats it: the same statements over
-- the same tables with rows of the same sizes. They are made by the database here, and come as arrays there.
\set start :first + :rows * random(0, (:tasks / :rows) - 1)
\set last :start + :rows - 1
begin;
select nextval(pg_get_serial_sequence('annotation', 'id')), next_revision(0) from generate_series(1, :rows);
select s.task_id, s.project_id, t.record, s.free_slots, case when not p.deleted then p.revision end
from task_slot s join task_copy t using (task_id) left join project_copy p on p.project_id = s.project_id
where s.task_id = any (array(select generate_series(cast(:start as bigint), cast(:last as bigint))))
order by s.task_id for update of s skip locked;
select task_id from task_slot where task_id = any (array(select generate_series(cast(:start as bigint), cast(:last as bigint))));
select l.*, false as counted from generate_series(cast(:start as bigint), cast(:last as bigint)) as q(task_id)
join lease l on l.task_id = q.task_id and l.annotator = 1 and l.state = 'LIVE';
insert into shown (sha256, content)
select md5(:start || '/' || i) || md5('s' || i), repeat('x', 900)
from generate_series(cast(:start as bigint), cast(:last as bigint)) i order by 1
on conflict do nothing;
insert into annotation (revision, task_id, project_id, completed_by, updated_by, result, was_cancelled, counts, ground_truth,
    created_at, updated_at, lead_time, unique_id, shown_order, shown_sha256, record_keys)
select 1, i, :project, 1, 1, repeat('r', 110), false, true, false, now(), now(), 12.3, gen_random_uuid(), '[]', md5('s' || i),
    repeat('k', 40)
from generate_series(cast(:start as bigint), cast(:last as bigint)) i;
insert into outbox (aggregatetype, aggregateid, type, payload, headers, revision, project_id, closes)
select case when n = 1 then 'annotations' else 'preferences' end, i, 'x', convert_from(payload, 'UTF8'), '{}', 1, :project, i = :last
from (select i, n, convert_to(repeat('p', 1000 + 300 * n), 'UTF8') as payload
      from generate_series(cast(:start as bigint), cast(:last as bigint)) i, generate_series(1, 2) n) entry;
update task_slot t
set free_slots = t.overlap - counted.people - leased.people, finished = counted.people >= t.overlap,
    freed_by = case when t.overlap - counted.people - leased.people > greatest(t.free_slots, 0)
        then cast(cast(pg_current_xact_id() as text) as bigint) else t.freed_by end
from generate_series(cast(:start as bigint), cast(:last as bigint)) as ids(id),
    lateral (select count(distinct a.completed_by) as people from annotation a where a.task_id = ids.id and a.counts) counted,
    lateral (select count(*) as people from lease l where l.task_id = ids.id and l.state = 'LIVE' and not exists
        (select 1 from annotation a where a.task_id = l.task_id and a.completed_by = l.annotator and a.counts)) leased
where t.task_id = ids.id and (t.free_slots <> t.overlap - counted.people - leased.people
    or t.finished <> (counted.people >= t.overlap));
commit;
