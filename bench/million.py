"""Measures a project of many tasks: imports, `next`, pages, counters and exports, and the judgements of others meanwhile.

Usage: bench/million [TASKS]      (starts a system and runs this)
"""
import json
import os
import statistics
import sys
import threading
import time
import urllib.error

from annotators import Clients, Tasks, annotator, task
from client import RESULT, call, export, project
from large_import import Heap, write_tasks
from machine import Speed
from submits import CREATED

PHASE_SECONDS = 5
WARM_UP = 30
BEFORE = 15
READS = 200
SUBMITTERS = 64
PEOPLE = 8


def shares(milliseconds):
    """Returns p50, p99 and the longest time."""
    ordered = sorted(milliseconds)
    return " / ".join(f"{ordered[min(len(ordered) - 1, int(len(ordered) * share))]:,.1f}" for share in (.5, .99, 1))


def row(what, figure):
    print(f"| {what} | {figure} |", flush=True)


def timed(act):
    begin = time.perf_counter()
    result = act()
    return 1000 * (time.perf_counter() - begin), result


class Judging(threading.Thread):
    """Eight people's judgements, each of them as soon as the one before is answered, while a block runs."""

    def __init__(self, clients, tasks):
        super().__init__()
        self.clients, self.tasks, self.took, self.seconds, self.ended = clients, tasks, [], 0, threading.Event()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *failure):
        self.ended.set()
        self.join()

    def run(self):
        while not self.ended.is_set() and self.tasks.ids:
            measured, _ = self.clients.submit(PEOPLE, PHASE_SECONDS, self.tasks)
            self.took += [took / 1000 for status, _, took in measured["submits"] if status == CREATED]
            self.seconds += PHASE_SECONDS

    def __str__(self):
        return f"{len(self.took) / self.seconds:,.0f}; {shares(self.took)}"


def import_many(number, folder):
    """Imports the tasks in one request. Returns the project and the ids of its tasks."""
    other = Tasks(project("Others"))
    other.top_up(60_000)
    clients = Clients(folder, [annotator(other.target, PEOPLE + i) for i in range(PEOPLE)])
    clients.quiet()
    with Judging(clients, other):
        time.sleep(WARM_UP)
    with Judging(clients, other) as judging:
        time.sleep(BEFORE)
    row(f"judgements of {PEOPLE} people before, per second; p50 / p99 / longest, ms", judging)
    path = os.path.join(folder, "tasks.json")
    write_tasks(path, number)
    target = project("Many")
    with Heap(folder, "task-service") as heap, Judging(clients, other) as judging, open(path, "rb") as body:
        took, answer = timed(lambda: call("POST", f"/api/projects/{target}/import?return_task_ids=1", raw=body))
    assert answer["task_count"] == number, answer
    row(f"import of {number:,} tasks in one request, tasks/s", f"{1000 * number / took:,.0f}; {heap}")
    row("the same meanwhile", judging)
    took, _ = timed(lambda: until(lambda: call("GET", f"/api/projects/{target}/next")))
    row("acknowledgement to the first task from `next`, s", f"{took / 1000:.1f}")
    return target, answer["task_ids"]


def until(read):
    """Reads until no 503 comes."""
    while True:
        try:
            return read()
        except urllib.error.HTTPError as refusal:
            if refusal.code != 503:
                raise
            time.sleep(0.2)


def judge_half(target, ids, tokens, folder):
    """Judges half of the tasks, as fast as they are answered."""
    tasks = Tasks(target)
    tasks.ids = ids[:len(ids) // 2]
    clients = Clients(folder, tokens)
    begin, judged = time.perf_counter(), 0
    while tasks.ids:
        measured, _ = clients.submit(SUBMITTERS, 60, tasks)
        judged += sum(1 for status, _, _ in measured["submits"] if status == CREATED)
        tasks.applied()
    row("submits/s over all that time, with the copies", f"{judged / (time.perf_counter() - begin):,.0f}")


def judged_project():
    """Makes a project of one task, which is judged. Whatever is imported later stands behind it."""
    before = project("Before")
    ids = call("POST", f"/api/projects/{before}/import?return_task_ids=1", [task(0)])["task_ids"]
    call("POST", f"/api/tasks/{ids[0]}/annotations", {"result": RESULT})
    return before


def nothing_left(target):
    try:
        call("GET", f"/api/projects/{target}/next")
    except urllib.error.HTTPError as answer:
        assert answer.code == 404, answer
    else:
        raise AssertionError("all tasks of this project are judged")


def reads(target, before, number):
    page_max = number // 100
    for what, act in (
            ("`next` of a project that came before, in which nothing is left", lambda i: nothing_left(before)),
            ("what a person has judged there", lambda i: call("GET", f"/api/projects/{before}/judgements")),
            ("`next`, again and again", lambda i: call("GET", f"/api/projects/{target}/next")),
            ("project with its counters", lambda i: call("GET", f"/api/projects/{target}")),
            ("list of projects", lambda i: call("GET", "/api/projects")),
            ("first page of 100 tasks", lambda i: call("GET", f"/api/tasks?project={target}&page_size=100")),
            ("any page of 100 tasks", lambda i: call(
                "GET", f"/api/tasks?project={target}&page_size=100&page={1 + i * (page_max - 1) // READS}"))):
        row(f"{what}, p50 / p99 / longest, ms", shares([timed(lambda: act(i))[0] for i in range(READS)]))


def files(target, folder):
    for kind in ("JSON", "TRL"):
        with Heap(folder, "export-service") as heap:
            begin = time.perf_counter()
            with export(target, kind) as answer:
                answer.read(1)
                first, lines = time.perf_counter() - begin, 0
                while block := answer.read(1 << 20):
                    lines += block.count(b"\n")
            seconds = time.perf_counter() - begin
        row(f"export as {kind}", f"first byte after {first:.2f} s, whole after {seconds:.1f} s"
            + (f", {lines / seconds:,.0f} rows/s" if kind == "TRL" else "") + f"; {heap}")


def main(number, folder):
    speed = Speed()
    print("| what | figure |\n|---|---|")
    before = judged_project()
    target, ids = import_many(number, folder)
    tokens = [annotator(target, i) for i in range(PEOPLE)]
    judge_half(target, ids, tokens, folder)
    reads(target, before, number)
    body = json.dumps([task(i) for i in range(10_000)]).encode()
    for name, into in (("that project", target), ("an empty one", project("Empty"))):
        took = [timed(lambda: call("POST", f"/api/projects/{into}/import", raw=body))[0] for _ in range(3)]
        row(f"import of 10,000 tasks into {name}, ms, median of three", f"{statistics.median(took):,.0f}")
    files(target, folder)
    additions, stolen = speed.end()
    row("five million additions in a Python loop, before and after, s", f"{additions}; {stolen}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
