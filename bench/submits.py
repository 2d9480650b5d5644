"""Measures how fast judgements are stored: rate, time to the answer and processor time, after the start and when warm.

Usage: bench/submits [SECONDS]      (starts a system and runs this)
"""
import collections
import json
import statistics
import sys
import time

from annotators import PROCESSES, Clients, Tasks, annotator, task
from client import export, project
from machine import Speed

PEOPLE = 64
FIRST_MINUTE = 60
WINDOWS = 6
WARM_UP = 60
FIRST_TASKS = 230_000
RESERVE = 1.5
CREATED = 201


def figures(submits, begin, end, used):
    """Returns what a row shows of a window: rate, times to the answer, other answers, processor time per submit."""
    took = sorted(took / 1000 for status, _, took in submits if status == CREATED)
    in_time = sum(1 for status, at, _ in submits if status == CREATED and at < end)
    shares = [took[min(len(took) - 1, int(len(took) * share))] if took else 0 for share in (.5, .9, .99, 1)]
    system = sum(used.values()) - used["clients"]
    return [1_000_000 * in_time / max(1, end - begin), *shares, len(submits) - len(took),
            *(1_000_000 * seconds / max(1, len(took)) for seconds in (system, *used.values()))]


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def head():
    row("phase", "clients", "submits/s", "p50 / p90 / p99 / max, ms", "other answers", "all applied after, s",
        "µs per submit: system", *PROCESSES)
    print("|" + "---|" * (7 + len(PROCESSES)))


def show(name, clients, applied, values):
    rate, p50, p90, p99, longest, others, *processor = values
    row(name, clients, f"{rate:,.0f}", f"{p50:,.1f} / {p90:,.1f} / {p99:,.1f} / {longest:,.0f}", others, applied,
        *(f"{micros:,.0f}" for micros in processor))


class Measurement:
    """Measures phase after phase, and prints a row for each. Keeps what is to be said below the table."""

    def __init__(self, clients, tasks):
        self.clients = clients
        self.tasks = tasks
        self.notes = []
        self.acknowledged = 0
        self.rate = 0

    def phase(self, name, clients, seconds, windows=1, pause=True):
        """Measures one phase, and waits after it until the system is quiet. Returns the figures of its last window."""
        if self.tasks.top_up(self.rate * seconds * RESERVE):
            self.clients.quiet()
        measured, used = self.clients.submit(clients, seconds, self.tasks, windows)
        applied = f"{self.tasks.applied():.1f}" if pause else ""
        length, width = measured["length"], seconds * 1_000_000 // windows
        parts = [[] for _ in range(windows)]
        for submit in measured["submits"]:  # the last answers come after the end
            parts[max(0, min(submit[1] // width, windows - 1))].append(submit)
        for i, part in enumerate(parts):
            values = figures(part, i * width, min((i + 1) * width, length), used[i])
            span = "" if windows == 1 else f", {i * seconds // windows} to {(i + 1) * seconds // windows} s"
            show(name + span, clients, applied, values)
            self.rate = max(self.rate, values[0])
        self.note(name, measured, length < seconds * 1_000_000)
        if pause:
            self.clients.quiet()
        return values

    def note(self, name, measured, short):
        statuses = collections.Counter(status for status, _, _ in measured["submits"])
        self.acknowledged += statuses.pop(CREATED, 0)
        if statuses:
            self.notes.append(f"Other answers in {name}: {dict(statuses)}, of which the first is\n{measured['first_other']}")
        if short:
            self.notes.append(f"The tasks ran out in {name}, {measured['length'] / 1_000_000:.1f} s after its beginning.")


def main(seconds, work):
    begin, speed = time.perf_counter(), Speed()
    target = project("Submits")
    clients = Clients(work, [annotator(target, i) for i in range(PEOPLE)])
    tasks = Tasks(target)
    tasks.top_up(FIRST_TASKS)
    print(f"{PEOPLE} annotators and {FIRST_TASKS:,} tasks of {len(json.dumps(task(FIRST_TASKS)))} bytes were made and are "
          f"applied, {time.perf_counter() - begin:.0f} s after the system was ready.\n")
    head()
    run = Measurement(clients, tasks)
    run.phase("first minute", 64, FIRST_MINUTE, WINDOWS, pause=False)
    run.phase("warm-up", 64, WARM_UP)
    figures_of_64 = []
    for number in (1, 8, 64, 64, 64, 256):
        values = run.phase("warm", number, seconds)
        figures_of_64 += [values] if number == 64 else []
    show("warm, median of three", 64, "", [statistics.median(column) for column in zip(*figures_of_64)])
    additions, stolen = speed.end()
    print("", *run.notes,
          f"Five million additions in a Python loop, before and after all this: {additions} s. {stolen}.", sep="\n")
    with export(target, "TRL") as answer:
        rows = sum(1 for _ in answer)
    print(f"Acknowledged {run.acknowledged:,} submits; the export holds {rows:,} rows.")
    sys.exit(0 if rows == run.acknowledged else 1)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
