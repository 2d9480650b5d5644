"""Measures a running Prefstream and prints Markdown rows: import rate and memory.

Usage: bench/run [DATA_FOLDER]      (starts a system and runs this)

The reference of the import, from the same run, is Python parsing the same bytes.
"""
import json
import os
import statistics
import sys
import time

from client import call, export, project, tasks
from machine import Speed, processes

TASKS = 10_000


def settle(target):
    """Waits until all acknowledged work is applied everywhere. An export waits for the same."""
    with export(target, "JSON") as answer:
        answer.read()
    time.sleep(3)


def row(name, figure, reference):
    print(f"| {name} | {figure} | {reference} |", flush=True)


def imports():
    body = json.dumps(tasks(TASKS)).encode()
    rates, parses = [], []
    for attempt in range(4):
        target = project(f"Import {attempt}")
        begin = time.perf_counter()
        answer = call("POST", f"/api/projects/{target}/import", raw=body)
        seconds = time.perf_counter() - begin
        assert answer["task_count"] == TASKS, answer
        begin = time.perf_counter()
        json.loads(body)
        if attempt:  # the first import warms up
            rates.append(TASKS / seconds)
            parses.append(seconds / (time.perf_counter() - begin))
        settle(target)
    row(f"import of {TASKS:,} tasks of {len(body) // TASKS} bytes in one request, tasks/s",
        f"{statistics.median(rates):,.0f} (of {', '.join(f'{rate:,.0f}' for rate in rates)})",
        f"{statistics.median(parses):.1f} × the time in which Python parses the same bytes")


def memory(folder):
    parts = {}
    for pid, name in processes(folder).items():
        kib = sum(int(line.split()[1]) for line in open(f"/proc/{pid}/smaps_rollup") if line.startswith("Pss:"))
        parts[name] = parts.get(name, 0) + kib
    row("memory of all processes together (PSS), MiB", f"{sum(parts.values()) // 1024:,}",
        ", ".join(f"{name} {kib // 1024}" for name, kib in sorted(parts.items())))


if __name__ == "__main__":
    print(f"Load average at the start {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores.\n")
    print("| what | figure | reference in the same run |\n|---|---|---|")
    speed = Speed()
    imports()
    memory(sys.argv[1])
    additions, stolen = speed.end()
    row("five million additions in a Python loop, before and after all this, s", additions, stolen)
