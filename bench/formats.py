"""Measures how fast files of each format are made, and the heap that export-service needs for them.

Usage: bench/formats [ROWS ...]      (starts a system and runs this)
"""
import json
import os
import subprocess
import sys
import time

from client import FILLER, RESULT, ask, call, export, project
from large_import import Heap
from machine import Speed, psql

SET = 10_000
BLOCK = 1 << 20
# What of a row's record is another one in each copy. Answers and prompt are as long as in the tasks of the other measurements.
FIELDS = {"record_id": "{id}/comparison/0-1", "group_id": "{id}", "project_id": "{project}", "task_id": "{id}", "annotation_id": "{id}",
          "prompt": "prompt {id}: " + FILLER, "chosen": "first {id}", "rejected": "second {id}: " + FILLER, "chosen_model": "one",
          "rejected_model": "another"}
NUMBERS = ("project_id", "task_id", "annotation_id")
COPY = """
insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record, position,
    stream_project_id, annotator_id, longer, part, prefers, strength, split_place, texts_hash, is_upward, guidelines_version)
select id || '/comparison/0-1', 1, false, :project, id, id, 'TEXT', replace(:'record', '{id}', id::text), id, :project, 1, 0,
    'comparison/0-1', 0, 0, (hashint8(id)::bigint + 2147483648) / 2, hashint8(id), true, 0
from generate_series(:first::bigint, :first::bigint + %d - 1) id;
"""
# The task and the annotation that a row comes from: like the one that was judged, but for their ids and the task's texts.
SOURCES = """
insert into task_copy select (jsonb_populate_record(t, jsonb_build_object('task_id', id, 'project_id', :project, 'record',
    replace(t.record, '"task_id":' || t.task_id, '"task_id":' || id)))).*
from task_copy t, generate_series(:first::bigint, :first::bigint + %(last)d) id where t.task_id = :task;
insert into annotation_copy select (jsonb_populate_record(a, jsonb_build_object('annotation_id', id, 'task_id', id, 'project_id', :project,
    'record', replace(replace(a.record, '"task_id":' || a.task_id, '"task_id":' || id),
        '"annotation_id":' || a.annotation_id, '"annotation_id":' || id)))).*
from annotation_copy a, generate_series(:first::bigint, :first::bigint + %(last)d) id where a.task_id = :task;
"""


def template():
    """Returns the record of a row that a judgement has made, with places for what each copy has of its own, and the id of its task."""
    target = project("One row")
    sent = [{"prompt": "prompt: " + FILLER, "answer1": "first", "answer2": "second: " + FILLER}]
    task = call("POST", f"/api/projects/{target}/import?return_task_ids=true", sent)["task_ids"][0]
    call("POST", f"/api/tasks/{task}/annotations", {"result": RESULT})
    with export(target, "TRL") as answer:
        record = json.loads(answer.read())
    assert set(FIELDS) <= set(record), record
    text = json.dumps(record | FIELDS, separators=(",", ":"))
    for name in NUMBERS:
        text = text.replace(f'"{name}":"{FIELDS[name]}"', f'"{name}":{FIELDS[name]}')
    return text, task


def fill(database, target, record, task, rows, first):
    """Puts rows, with their tasks and annotations, into the copies of export-service. Returns the seconds that it took."""
    quoted = record.replace("{project}", str(target)).replace("'", "''")
    script = f"set synchronous_commit = off;\n\\set project {target}\n\\set record '{quoted}'\n\\set task {task}\n" + "".join(
        f"\\set first {begin}\n{COPY % many}{SOURCES % {'last': many - 1}}"
        for begin in range(first, first + rows, SET) for many in [min(SET, first + rows - begin)])
    begin = time.perf_counter()
    subprocess.run([*database, "--quiet", "--set=ON_ERROR_STOP=1"], text=True, check=True,
                   input=script + "vacuum analyze preference_copy, task_copy, annotation_copy;\n")
    return time.perf_counter() - begin


def plainly(database, target):
    """Returns the seconds in which psql reads all records of a project."""
    begin = time.perf_counter()
    subprocess.run([*database, "--quiet", "--command",
                    f"copy (select record from preference_copy where project_id = {target} order by record_id) to stdout"],
                   stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def downloaded(path):
    """Returns the seconds until the first and the last byte of a file, its bytes and its headers."""
    begin, first, size = time.perf_counter(), None, 0
    with ask("GET", path) as answer:
        while block := answer.read1(BLOCK):
            first = first or time.perf_counter() - begin
            size += len(block)
        return first, time.perf_counter() - begin, size, answer.headers


def measure(folder, database, target, name, path, rows):
    """Prints a row of the table. psql reads the rows just before, because the machine's speed may change from one file to the next."""
    plain = plainly(database, target)
    with Heap(folder, "export-service") as heap:
        first, seconds, size, headers = downloaded(path)
    lines = headers.get("Prefstream-Rows") or rows
    print(f"| {name} | {rows / seconds:,.0f} | {seconds:,.2f} | {plain:,.2f} | {seconds / plain:.1f} | {1000 * first:,.0f} | {size / (1 << 20):,.0f} | "
          f"{int(lines):,} | {heap.used / 1024:.0f}, {heap.old / 1024:.0f} |", flush=True)


def snapshot(target, rows):
    """Freezes the rows. Returns the snapshot's id."""
    begin = time.perf_counter()
    made = call("POST", f"/api/projects/{target}/snapshots", {"title": f"{rows} rows"})
    seconds = time.perf_counter() - begin
    print(f"\nA snapshot of {rows:,} rows was made in {seconds:.1f} s ({rows / seconds:,.0f} rows/s).\n")
    return made["id"]


def head():
    print("| file | rows/s | s | psql, s | psql's time, times | to the first byte, ms | MiB | lines | heap used, long-lived at most, MiB |\n"
          "|---|---|---|---|---|---|---|---|---|")


def main(folder, sizes):
    database = psql("export-service", folder)
    speed = Speed()
    (record, task), first = template(), 10_000_000_000
    for rows in sizes:
        target = project(f"{rows} rows")
        with export(target, "TRL") as answer:
            answer.read()
        took = fill(database, target, record, task, rows, first)
        first += rows
        plain = min(plainly(database, target) for _ in range(3))
        print(f"\n{rows:,} rows of {len(record)} characters were put in, in {took:.0f} s. psql reads them in {plain:.2f} s "
              f"({rows / plain:,.0f} rows/s).\n")
        head()
        wanted = os.environ.get("FORMATS", "").split()
        kinds = [kind["name"] for kind in call("GET", f"/api/projects/{target}/export/formats") if not wanted or kind["name"] in wanted]
        for kind in kinds:
            measure(folder, database, target, kind, f"/api/projects/{target}/export?exportType={kind}", rows)
        measure(folder, database, target, "TRL, gzip", f"/api/projects/{target}/export?exportType=TRL&compress=gzip", rows)
        frozen = snapshot(target, rows)
        head()
        for kind in ("TRL", "PARQUET", "JSON", "CSV"):
            measure(folder, database, target, f"{kind} of the snapshot",
                    f"/api/projects/{target}/snapshots/{frozen}/export?exportType={kind}", rows)
        speed.look()
    additions, stolen = speed.end()
    print(f"\nFive million additions in a Python loop, before, between and after: {additions} s. {stolen}.")


main(sys.argv[1], [int(rows.replace(",", "")) for rows in " ".join(sys.argv[2:]).split()])
