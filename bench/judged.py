"""Measures how soon the statistics of a project and the counts of its exports are answered.

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
BURST = 20_000
# A task is judged by two people out of forty, within a year, in any of its hours. Two in three judgements agree with the task, one in
# ten is a tie. The record of a row has about 750 bytes.
JUDGEMENTS = """
with made as materialized (
    select :first + i as id, 1000000000 + (:first + i) / 2 as task, 100 + ((:first + i) * 7 + (:first + i) / 8760) %% 40 as person,
        490000 + (:first + i) %% 8760 as hour,
        case when random() < 0.1 then 2 when random() < 0.66 then (:first + i) / 2 %% 2 else floor(random() * 2)::int end as value,
        case when random() < 0.55 then 'left' else 'right' end as side
    from generate_series(0, %d - 1) i),
annotations as (
    insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record, annotator_id, judged_hour, skipped,
        lead_bucket, judged_pairs, judged_us, ground_truth)
    select id, 1, false, :project, task, '{"id":' || id || ',"result":"' || repeat('x', 700) || '"}', person, hour, false,
        (random() * 60)::int, case when value = 2 then '[{"part":"comparison/0-1","value":2}]'
            else format('[{"part":"comparison/0-1","value":%%s,"side":"%%s"}]', value, side) end,
        hour * 3600000000::bigint, false
    from made)
insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record, position,
    stream_project_id, annotator_id, longer, part, prefers, strength, split_place, texts_hash, is_upward)
select id || '/comparison/0-1', 1, false, :project, task, id, 'TEXT',
    '{"prompt":"' || repeat(md5(task::text), 20) || '","submitted_at":"2026-11-29T00:00:00.000000Z","split":"train"}',
    1764374400000000 + id, :project, person, (id %% 3) - 1, 'comparison/0-1', value, (random() * 3)::int,
    (hashint8(task)::bigint + 2147483648) / 2, hashint8(task), value = 0
from made where value < 2;
"""
DRY_RUNS = {
    "all": "",
    "`min_agreement=0.75`": "&min_agreement=0.75",
    "`aggregate=majority`": "&aggregate=majority",
    "three annotators": "&annotators=100,101,102",
    "`split=train`, `min_strength=2`": "&split=train&min_strength=2",
}


def fill(database, target, first, judgements):
    """Puts judgements into the copies of export-service. Returns the seconds that it took."""
    script = "".join(f"\\set first {first + begin}\n\\set project {target}\n{JUDGEMENTS % SET}"
                     for begin in range(0, judgements, SET))
    begin = time.perf_counter()
    subprocess.run([*database, "--quiet", "--set=ON_ERROR_STOP=1"], input="set synchronous_commit = off;\n" + script, text=True,
                   check=True)
    return time.perf_counter() - begin


def timed(path):
    begin = time.perf_counter()
    told = call("GET", path)
    return told, time.perf_counter() - begin


def answers(target, times=ASKED):
    asked = [timed(f"/api/projects/{target}/statistics") for _ in range(times)]
    return asked[-1][0], [seconds for _, seconds in asked]


def row(name, seconds, compared):
    print(f"| {name} | {1000 * seconds[0]:,.0f} | {1000 * statistics.median(seconds):,.0f} | {1000 * max(seconds[1:]):,.0f} | "
          f"{statistics.median(seconds) / compared:.1f} |", flush=True)


def dry_runs(target, judgements):
    print("\n| dry run of | first, ms | median of 3, ms | rows in | rows out |\n|---|---|---|---|---|")
    for name, choice in DRY_RUNS.items():
        asked = [timed(f"/api/projects/{target}/export?exportType=TRL&dry_run=true{choice}") for _ in range(3)]
        told, seconds = asked[0][0], [took for _, took in asked]
        assert told["rows_in"] == judgements, json.dumps(told)[:500]
        print(f"| {name} | {1000 * seconds[0]:,.0f} | {1000 * statistics.median(seconds):,.0f} | {told['rows_in']:,} | "
              f"{told['rows_out']:,} |", flush=True)


def main(judgements, work):
    database = psql("export-service", work)
    speed = Speed()
    empty, large = project("Empty"), project("Large")
    first = 10_000_000_000
    took = fill(database, large, first, judgements)
    print(f"{judgements:,} judgements with their rows were put in, in sets of {SET:,}, in {took:.0f} s "
          f"({1e6 * took / judgements:.0f} µs for each).", flush=True)
    print("\n| project | first answer, ms | median, ms | slowest of the others, ms | compared |\n|---|---|---|---|---|")
    _, of_empty = answers(empty)
    told, of_large = answers(large)
    assert told["judgements"] == judgements, json.dumps(told)[:500]
    row("empty", of_empty, statistics.median(of_empty))
    usual = statistics.median(of_large)
    row(f"{judgements:,} judgements, {usual / statistics.median(of_empty):.1f} times as long as an empty one", of_large, usual)
    took = fill(database, large, first + judgements, BURST)
    after, of_burst = answers(large)
    assert after["judgements"] == judgements + BURST, json.dumps(after)[:500]
    row(f"right after {BURST:,} more in {took:.1f} s", of_burst, usual)
    print(f"\nAlpha {told['agreement']['alpha']:.3f} over {told['agreement']['units']:,} units, {len(told['course']['buckets']):,} days, "
          f"{len(told['people'])} people.")
    dry_runs(large, judgements + BURST)
    additions, stolen = speed.end()
    print(f"Five million additions in a Python loop, before and after all this: {additions} s. {stolen}.")


main(int(sys.argv[1]), sys.argv[2])
