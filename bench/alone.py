"""Measures annotation-service alone, and PostgreSQL alone with the statements of annotation-service.

Usage: bench/pgbench [SECONDS]      (starts a system and runs this)
"""
import os
import re
import subprocess
import sys

from annotators import Clients, Tasks, annotator
from client import project
from machine import Speed, environment, pid_files, processor_seconds, standing_still, with_children
from submits import figures

TASKS = 60_000
# More than is stored in a second, with and without the copies.
FASTEST, FASTEST_ALONE = 2_000, 4_000
CLIENTS = 64
WARM_UP = 60
ROWS = (8, 32, 64)


def alone(pids, work, tokens, tasks, seconds):
    """Submits to annotation-service itself, without door, relay and copies. Prints and returns the rate."""
    service = next(pid for pid, name in pids.items() if name == "annotation-service")
    url = f"http://127.0.0.1:{environment(service)['QUARKUS_HTTP_PORT']}"
    clients = Clients(work, tokens, url)
    clients.submit(CLIENTS, WARM_UP, tasks)
    tasks.applied()
    with standing_still([pid for pid, name in pids.items() if name == "kafka"]):
        measured, used = clients.submit(CLIENTS, seconds, tasks)
    rate, p50, _, p99, _, others, _, *processor = figures(measured["submits"], 0, measured["length"], used[0])
    assert others == 0, measured["first_other"]
    per = dict(zip(used[0], processor))
    print(f"| annotation-service alone, {CLIENTS} clients | {rate:,.0f} | p50 {p50:.0f} ms, p99 {p99:.0f} ms | "
          f"{per['annotation-service']:,.0f} + {per['postgres']:,.0f} |", flush=True)
    return rate


def database(pids, tasks, target, seconds, rows):
    """Runs pgbench on one connection. Prints and returns how many judgements it stores in a second."""
    postgres = next(pid for pid, name in pids.items() if name == "postgres")
    service = environment(next(pid for pid, name in pids.items() if name == "annotation-service"))
    port = re.search(r"port=(\d+)", open(f"/proc/{postgres}/cmdline").read())[1]
    variables = {"first": tasks.ids[0], "tasks": TASKS, "rows": rows, "project": target}
    command = ["pgbench", "--no-vacuum", "--client=1", f"--time={seconds}", "--protocol=prepared",
               f"--file={os.path.join(os.path.dirname(__file__), 'group.sql')}", "--host=127.0.0.1", f"--port={port}",
               f"--username={service['PREFSTREAM_DB_USER']}", *(f"--define={name}={value}" for name, value in variables.items()),
               service["PREFSTREAM_DB_NAME"]]
    options = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan"
    family = {postgres: "postgres"}
    before = processor_seconds(with_children(family))["postgres"]
    with standing_still([pid for pid in pids if pid != postgres]):
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {
            "PGPASSWORD": service["PREFSTREAM_DB_PASSWORD"], "PGOPTIONS": options})
    assert done.returncode == 0, done.stderr
    rate = rows * float(re.search(r"tps = ([\d.]+)", done.stdout)[1])
    used = processor_seconds(with_children(family))["postgres"] - before
    print(f"| PostgreSQL alone, groups of {rows} | {rate:,.0f} | | {1_000_000 * used / (rate * seconds):,.0f} |", flush=True)
    return rate


def main(seconds, work):
    speed = Speed()
    target = project("Alone")
    tokens = [annotator(target, i) for i in range(CLIENTS)]
    tasks = Tasks(target)
    tasks.top_up(FASTEST * WARM_UP + FASTEST_ALONE * seconds)
    pids = pid_files(os.path.join(work, "data"))
    print("| what | judgements/s | time to the answer | µs of processor time |\n|---|---|---|---|")
    ours = alone(pids, work, tokens, tasks, seconds)
    tasks.top_up(TASKS)
    theirs = max(database(pids, tasks, target, seconds, rows) for rows in ROWS)
    additions, stolen = speed.end()
    print(f"\nannotation-service alone stores {ours / theirs:.2f} of what PostgreSQL alone stores. Five million additions in a "
          f"Python loop, before and after: {additions} s. {stolen}.")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
