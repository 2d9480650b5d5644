"""Imports many tasks in one request and exports them again, watching the heaps of the two services that stream them.

Usage: bench/large-import [TASKS [HEAP]]      (starts a system and calls this)
"""
import http.client
import json
import os
import subprocess
import sys
import threading
import time
import urllib.parse

URL = urllib.parse.urlsplit(os.environ["PREFSTREAM_URL"])
HEADERS = {"Authorization": "Token " + os.environ["PREFSTREAM_TOKEN"], "Content-Type": "application/json"}
CONFIG = """<View><Text name="prompt" value="$prompt"/><Pairwise name="comparison" toName="answer1,answer2"/>
<Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/></View>"""
PATIENCE = 300


class Heap:
    """The heap of one process while a block runs: the largest that was used, and the largest that a collection left."""

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


def connection():
    return http.client.HTTPConnection(URL.hostname, URL.port, timeout=PATIENCE)


def call(method, path, body=None):
    door = connection()
    door.request(method, path, body, HEADERS)
    answer = door.getresponse()
    text = answer.read()
    if answer.status // 100 != 2:
        raise RuntimeError(f"{answer.status} {text[:500].decode()}")
    return json.loads(text)


def write_tasks(path, number):
    filler = "words that make a task about as long as a short answer is, " * 5
    with open(path, "w") as file:
        for i in range(number):
            file.write(("[" if i == 0 else ",") + json.dumps(
                {"prompt": f"prompt {i}: {filler}", "answer1": f"first {i}", "answer2": f"second {i}: {filler}"}))
        file.write("]")
    return os.path.getsize(path)


def export(project):
    """Asks until everything is applied: what lags is said by a 503. {returns (bytes, seconds, seconds of asking before)}"""
    asked = time.perf_counter()
    while True:
        begin = time.perf_counter()
        door = connection()
        door.request("GET", f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true", headers=HEADERS)
        answer = door.getresponse()
        size = 0
        while block := answer.read(1 << 20):
            size += len(block)
        if answer.status == 200:
            return size, time.perf_counter() - begin, begin - asked
        if answer.status != 503 or begin - asked > PATIENCE:
            raise RuntimeError(f"export answered {answer.status}")


def main(number, folder):
    tasks = os.path.join(folder, "tasks.json")
    size = write_tasks(tasks, number)
    project = call("POST", "/api/projects", json.dumps({"title": "Large", "label_config": CONFIG}))["id"]
    with Heap(folder, "task-service") as heap, open(tasks, "rb") as body:
        begin = time.perf_counter()
        answer = call("POST", f"/api/projects/{project}/import", body)
        seconds = time.perf_counter() - begin
    assert answer["task_count"] == number, answer
    print(f"Imported {number:,} tasks ({size >> 20} MiB) in one request in {seconds:.1f} s, {number / seconds:,.0f} tasks/s.")
    print(f"  task-service: {heap}")
    with Heap(folder, "export-service") as heap:
        size, seconds, lag = export(project)
    print(f"Exported them as JSON ({size >> 20} MiB) in {seconds:.1f} s, {lag:.1f} s after asking first.")
    print(f"  export-service, which also applied them: {heap}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
