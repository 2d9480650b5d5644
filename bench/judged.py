"""Measures how soon the statistics of a project are answered.

Usage: bench/statistics [JUDGEMENTS]      (starts a system and runs this)
"""
import json
import statistics
import subprocess
import sys
import time

from client import call, project
from machine import Speed, psql

SET = 1_000
ASKED = 20
# Two people judge each task, out of forty, within a year. Two in three judgements agree with the task.
ANNOTATIONS = """
insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record, annotator_id, judged_hour, skipped,
    lead_bucket, judged_pairs, judged_us, ground_truth)
select :first + i, 1, false, :project, 1000000000 + (:first + i) / 2, '{}', 100 + (i * 7) %% 40, 490000 + (:first + i) %% 8760, false,
    (random() * 60)::int, format('[{"part":"comparison/0-1","value":%%s,"side":"%%s"}]',
    case when random() < 0.1 then 2 when random() < 0.66 then (:first + i) / 2 %% 2 else floor(random() * 2) end,
    case when random() < 0.55 then 'left' else 'right' end),
    (490000 + (:first + i) %% 8760) * 3600000000, false
from generate_series(0, %d - 1) i
"""
ROWS = """
insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record, position,
    stream_project_id, annotator_id, longer, part, prefers, strength, split_place, texts_hash, is_upward)
select (:first + i) || '/comparison/0-1', 1, false, :project, 1, :first + i, 'TEXT', '{"submitted_at":"2026-11-29T00:00:00.000000Z"}',
    1764374400000000 + :first + i, :project, 100, (i %% 3) - 1, 'comparison/0-1', i %% 2, 0,
    (random() * 2147483646)::int, :first + i, true
from generate_series(0, %d - 1) i
"""


def fill(database, target, judgements):
    """Puts judgements into the copies of export-service. Returns the seconds that it took."""
    first = 10_000_000_000
    script = "".join(f"\\set first {first + begin}\n\\set project {target}\n{ANNOTATIONS % SET};\n{ROWS % SET};\n"
                     for begin in range(0, judgements, SET))
    begin = time.perf_counter()
    subprocess.run([*database, "--quiet", "--set=ON_ERROR_STOP=1"], input="set synchronous_commit = off;\n" + script, text=True,
                   check=True)
    return time.perf_counter() - begin


def answers(target):
    seconds = []
    for _ in range(ASKED):
        begin = time.perf_counter()
        told = call("GET", f"/api/projects/{target}/statistics")
        seconds.append(time.perf_counter() - begin)
    return told, seconds


def row(name, seconds, first):
    print(f"| {name} | {1000 * seconds[0]:,.0f} | {1000 * statistics.median(seconds):,.0f} | {1000 * max(seconds[1:]):,.0f} | "
          f"{statistics.median(seconds) / first:.1f} |", flush=True)


def main(judgements, work):
    database = psql("export-service", work)
    speed = Speed()
    empty, large = project("Empty"), project("Large")
    took = fill(database, large, judgements)
    print(f"{judgements:,} judgements and rows were put in, in sets of {SET:,}, in {took:.0f} s "
          f"({1e6 * took / judgements:.0f} µs for each).", flush=True)
    print("\n| project | first answer, ms | median of 20, ms | slowest of the others, ms | to an empty one |\n|---|---|---|---|---|")
    _, of_empty = answers(empty)
    told, of_large = answers(large)
    assert told["judgements"] == judgements and told["topic"]["rows"] == judgements, json.dumps(told)[:500]
    first = statistics.median(of_empty)
    row("empty", of_empty, first)
    row(f"{judgements:,} judgements", of_large, first)
    print(f"\nAlpha {told['agreement']['alpha']:.3f} over {told['agreement']['units']:,} units, {len(told['course']['buckets']):,} days, "
          f"{len(told['people'])} people.")
    additions, stolen = speed.end()
    print(f"Five million additions in a Python loop, before and after all this: {additions} s. {stolen}.")


main(int(sys.argv[1]), sys.argv[2])
