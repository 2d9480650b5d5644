"""Measures how soon the rows of a project's table of tasks are answered.

Usage: bench/tasks [TASKS]      (starts a system and runs this)
"""
import json
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse

from client import FILLER, call, project, tasks
from machine import Speed, psql

SET = 10_000
ASKED = 7
PAGE = 100
TASKS = """
insert into task (id, project_id, inner_id, revision, data, meta, content_sha256, overlap, created_at, updated_at, created_by)
select :first + i, :project, :first + i - :base + 1, 1,
    format('{"prompt":"prompt %%s: %s","answer1":"first %%s","answer2":"second %%s: %s","n":%%s}', i, :first + i - :base, i,
        (i * 7919) %% 1000), '{}', repeat('0', 64), 2, now() - make_interval(secs => (i * 31) %% 100000), now(), 1
from generate_series(0, %d - 1) i
"""
# One task in three is judged, each of them by two people, who often agree.
SUMMARIES = """
insert into annotation_summary (annotation_id, revision, deleted, task_id, project_id, completed_by, updated_by, lead_time,
    created_at, updated_at, result, verdicts)
select 2 * (:first + i) + k, 1, false, :first + i, :project, 100 + (i + k) %% 40, 100, 2 + i %% 60, now(), now(), '[]',
    format('[{"control":"comparison","outcome":"preference","ranking":%%s,"strength":%%s}]',
        case when (i + k * (i %% 4)) %% 2 = 0 then '[[0],[1]]' else '[[1],[0]]' end, i %% 4)
from generate_series(0, %d - 1, 3) i, generate_series(0, 1) k
"""
COUNTS = """
insert into task_count (project_id, task_id, total_annotations, cancelled_annotations, ground_truths, is_labeled, completed_at,
    annotators, lead_time, outcome, chosen, strength, agreement)
select :project, s.task_id, count(*), 0, 0, true, now(), array_agg(s.completed_by), avg(s.lead_time), a.outcome, a.chosen,
    avg(s.strength) filter (where s.strength > 0), a.agreement
from (select task_id, array_agg(verdict order by verdict) as verdicts from annotation_summary
        where task_id between :first and :first + %d - 1 group by task_id) v
    join annotation_summary s on s.task_id = v.task_id cross join lateral agreed(v.verdicts) a
group by s.task_id, a.outcome, a.chosen, a.agreement
"""


def fill(database, target, number):
    """Puts tasks into task-service's database. Returns the seconds that it took."""
    base = 10_000_000_000
    script = "".join(f"\\set first {base + begin}\n\\set base {base}\n\\set project {target}\n{TASKS % (FILLER, FILLER, SET)};\n"
                     f"{SUMMARIES % SET};\n{COUNTS % SET};\n" for begin in range(0, number, SET))
    begin = time.perf_counter()
    subprocess.run([*database, "--quiet", "--set=ON_ERROR_STOP=1"],
                   input="set synchronous_commit = off;\n" + script + "vacuum analyze task, task_count, annotation_summary;\n",
                   text=True, check=True)
    return time.perf_counter() - begin


def path(target, query, **more):
    return f"/api/tasks?{urllib.parse.urlencode({'project': target, 'query': json.dumps(query), 'page_size': PAGE, **more})}"


def answers(address):
    """Returns the last answer, and the milliseconds of each."""
    millis = []
    for _ in range(ASKED):
        begin = time.perf_counter()
        told = call("GET", address)
        millis.append(1000 * (time.perf_counter() - begin))
    return told, millis


def where(column, operator, value, kind="String"):
    return {"filters": {"conjunction": "and", "items": [
        {"filter": f"filter:tasks:{column}", "operator": operator, "type": kind, "value": value}]}}


def row(name, of_rows, of_total, total):
    first, *others = of_rows
    print(f"| {name} | {first:,.0f} | {statistics.median(others):,.0f} | {max(others):,.0f} | {statistics.median(of_total):,.0f} | "
          f"{total:,} |", flush=True)


def measured(name, target, query, **more):
    _, of_rows = answers(path(target, query, after="start", **more))
    told, of_total = answers(path(target, query).replace("/api/tasks?", "/api/tasks/totals?"))
    row(name, of_rows, of_total, told["total"])


def deep(target, query):
    """Milliseconds of the pages that follow each other, the last of a hundred."""
    after, millis = "start", []
    for _ in range(100):
        begin = time.perf_counter()
        after = call("GET", path(target, query, after=after))["next"]
        millis.append(1000 * (time.perf_counter() - begin))
    return millis


def main(number, work):
    database = psql("task-service", work)
    speed = Speed()
    small, large = project("Small"), project("Large")
    call("POST", f"/api/projects/{small}/import", tasks(100))
    took = fill(database, large, number)
    print(f"{number:,} tasks were put in, a third of them judged twice, in {took:.0f} s.\n")
    print("| rows of | first, ms | median of 6, ms | slowest, ms | total, ms | tasks |\n|---|---|---|---|---|---|")
    measured("a project of 100 tasks", small, {})
    measured("all", large, {})
    measured("all, the newest first", large, {"ordering": ["-tasks:id"]})
    measured("`inner_id` is one of three", large, where("inner_id", "in_list", [5, number // 2, number], "Number"))
    measured("`total_annotations` is 2", large, where("total_annotations", "equal", 2, "Number"))
    measured("`outcome` is mixed", large, where("outcome", "equal", "mixed"))
    measured("`agreement` is below 1", large, where("agreement", "less", 1, "Number"))
    measured("`annotators` has one person", large, where("annotators", "contains", 101, "List"))
    measured("by `strength`, the strongest first", large, {"ordering": ["-tasks:strength"]})
    measured("by `created_at`", large, {"ordering": ["tasks:created_at"]})
    measured("`data.answer1` contains a text that many have", large, where("data.answer1", "contains", "9"))
    measured("`data.answer1` is a text that one has", large, where("data.answer1", "equal", f"first {number - 1}"))
    measured("`data.answer1` contains a text that one has", large, where("data.answer1", "contains", f"FIRST {number - 1}"))
    measured("`data.answer1` contains a text that none has", large, where("data.answer1", "contains", "no such text"))
    measured("`data.n` is above 998", large, where("data.n", "greater", 998, "Number"))
    measured("by `data.answer1`", large, {"ordering": ["tasks:data.answer1"]})
    for name, query in {"all": {}, "`total_annotations` is 2": where("total_annotations", "equal", 2, "Number")}.items():
        millis = deep(large, query)
        print(f"\nA hundred pages of {PAGE} that follow each other, {name}: median {statistics.median(millis):.0f} ms, "
              f"the last {millis[-1]:.0f} ms.")
    additions, stolen = speed.end()
    print(f"\nFive million additions in a Python loop, before and after all this: {additions} s. {stolen}.")


main(int(sys.argv[1]), sys.argv[2])
