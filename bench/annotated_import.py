"""Measures the time from an acknowledged import to an export that holds all of it, with annotations and without.

Usage: bench/annotated-import [TASKS]      (starts a system and runs this)
"""
import json
import sys
import time

from client import RESULT, call, export, project, task


def seconds_until_complete(name, items, annotations):
    target = project(name)
    body = json.dumps(items).encode()
    begin = time.perf_counter()
    answer = call("POST", f"/api/projects/{target}/import", raw=body)
    acknowledged = time.perf_counter()
    assert answer["task_count"] == len(items) and answer["annotation_count"] == annotations, answer
    with export(target, "JSON") as file:
        exported = json.load(file)
    complete = time.perf_counter()
    assert len(exported) == len(items), len(exported)
    assert sum(len(each["annotations"]) for each in exported) == annotations
    print(f"{name}: acknowledged after {acknowledged - begin:.1f} s, exported whole {complete - acknowledged:.1f} s later", flush=True)


def main(number):
    plain = [{"data": task(i)} for i in range(number)]
    seconds_until_complete(f"{number:,} tasks", plain, 0)
    for attempt in ("once", "again"):
        annotated = [{"data": task(i), "annotations": [{"result": RESULT, "lead_time": 3.5}]} for i in range(number)]
        seconds_until_complete(f"{number:,} tasks with an annotation each, {attempt}", annotated, number)


if __name__ == "__main__":
    main(int(sys.argv[1]))
