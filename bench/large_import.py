"""Measures the heaps of the two services that stream tasks, while many tasks are imported in one request and exported.

Usage: bench/large-import [TASKS [HEAP]]      (starts a system and runs this)
"""
import json
import os
import subprocess
import sys
import threading
import time

from client import call, export, project, task


class Heap:
    """Watches the heap of one process while a block runs: the largest use, and the largest long-lived part."""

    def __init__(self, folder, name):
        self.pid = open(os.path.join(folder, "data", "run", name + ".pid")).read().strip()
        self.used = self.old = 0
        self.ended = threading.Event()

    def __enter__(self):
        self.before = self.collections()
        self.thread = threading.Thread(target=self.sample)
        self.thread.start()
        return self

    def __exit__(self, *failure):
        self.ended.set()
        self.thread.join()
        self.after = self.collections()

    def jstat(self):
        names, values = subprocess.run(["jstat", "-gc", self.pid], capture_output=True, text=True,
                                       check=True).stdout.split("\n")[:2]
        return {name: float(value) for name, value in zip(names.split(), values.split()) if value != "-"}

    def collections(self):
        now = self.jstat()
        return int(now["YGC"]), int(now["FGC"])

    def sample(self):
        while not self.ended.wait(0.2):
            now = self.jstat()
            self.used = max(self.used, now["EU"] + now["S0U"] + now["S1U"] + now["OU"])
            self.old = max(self.old, now["OU"])

    def __str__(self):
        young, full = (after - before for after, before in zip(self.after, self.before))
        return (f"heap used at most {self.used / 1024:.0f} MiB, of it long-lived {self.old / 1024:.0f} MiB; "
                f"{young} young and {full} full collections")


def write_tasks(path, number):
    with open(path, "w") as file:
        for i in range(number):
            file.write(("[" if i == 0 else ",") + json.dumps(task(i)))
        file.write("]")
    return os.path.getsize(path)


def size_of(answer):
    size = 0
    while block := answer.read(1 << 20):
        size += len(block)
    return size


def main(number, folder):
    tasks = os.path.join(folder, "tasks.json")
    size = write_tasks(tasks, number)
    target = project("Large")
    with Heap(folder, "task-service") as heap, open(tasks, "rb") as body:
        begin = time.perf_counter()
        answer = call("POST", f"/api/projects/{target}/import", raw=body)
        seconds = time.perf_counter() - begin
    assert answer["task_count"] == number, answer
    print(f"Imported {number:,} tasks ({size >> 20} MiB) in one request in {seconds:.1f} s, {number / seconds:,.0f} tasks/s.")
    print(f"  task-service: {heap}")
    with Heap(folder, "export-service") as heap:
        asked = time.perf_counter()
        with export(target, "JSON") as answer:
            begin = time.perf_counter()
            size = size_of(answer)
            end = time.perf_counter()
    print(f"Exported them as JSON ({size >> 20} MiB) in {end - begin:.1f} s; the response began {begin - asked:.1f} s after the first request.")
    print(f"  export-service, which also applied the tasks: {heap}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
