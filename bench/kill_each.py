"""Checks that crashes lose no judgement and double none: kills processes during submits, then counts judgements.

The exit status is 1 if a judgement was lost or doubled, if there is one that nobody made, or if the dataset that is rebuilt from
the topic is not the export.

Usage: bench/kill-each [SUBMITS [KILLS]]      (starts a system and runs this)
"""
import collections
import json
import os
import signal
import sys
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from confluent_kafka import Consumer

from client import RESULT, call, export, project, tasks

BOOTSTRAP = os.environ["KAFKA_BOOTSTRAP"]
PROCESSES = ("annotation-service", "kafka", "postgres", "task-service", "export-service", "frontend")
SUBMITS_PER_SECOND = 200
CLIENTS = 32
# A relay that stood still for longer than its lease and its transaction last is a stranger when it goes on.
PAUSED = ("annotation-service", "task-service")
PAUSE_SECONDS = 15
SILENCE_MAX = 8


def submit_until_acknowledged(task, failures):
    """Repeats a submit with the same unique_id until it is acknowledged. Returns the id of the annotation."""
    name = str(uuid.uuid4())
    while True:
        try:
            return call("POST", f"/api/tasks/{task}/annotations", {"result": RESULT, "lead_time": 1.5, "unique_id": name})["id"]
        except (OSError, json.JSONDecodeError) as failure:
            if 400 <= getattr(failure, "code", 503) < 500 and failure.code != 429:
                raise  # the service refused the submit
            failures[str(getattr(failure, "code", type(failure).__name__))] += 1
            time.sleep(0.3)


class Trouble(threading.Thread):
    """Kills the processes in turn, each after an equal share of the judgements, and lets relays stand still in between."""

    def __init__(self, folder, acknowledged, submits, kills):
        super().__init__()
        self.folder, self.acknowledged, self.submits, self.kills = folder, acknowledged, submits, kills
        self.done = collections.Counter()

    def pid(self, name):
        return int(open(os.path.join(self.folder, "run", name + ".pid")).read())

    def run(self):
        for kill in range(self.kills):
            self.wait_for(self.submits * (kill + 1) // (self.kills + 2))
            name = PROCESSES[kill % len(PROCESSES)]
            self.send(name, signal.SIGKILL, "killed")
            if kill % (2 * len(PROCESSES)) == len(PROCESSES):
                self.pause(PAUSED[kill // (2 * len(PROCESSES)) % len(PAUSED)])

    def wait_for(self, number):
        while len(self.acknowledged) < number:
            time.sleep(0.02)

    def send(self, name, what, word):
        for _ in range(600):
            try:
                os.kill(self.pid(name), what)
                break
            except (OSError, ValueError):
                time.sleep(0.1)  # the supervisor is just starting it again
        self.done[word] += 1
        print(f"  {word} {name} after {len(self.acknowledged)} judgements", flush=True)

    def pause(self, name):
        self.send(name, signal.SIGSTOP, "stopped")
        time.sleep(PAUSE_SECONDS)
        self.send(name, signal.SIGCONT, "let go on")


def exported(target):
    """Returns the lines of the export."""
    with export(target, "TRL") as answer:
        return sorted(line.decode().rstrip("\n") for line in answer)


def published(target):
    """Reads the topic from its beginning. Returns how often each key came, and the last value of each key that has one."""
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": str(uuid.uuid4()), "auto.offset.reset": "earliest",
                         "isolation.level": "read_committed"})
    consumer.subscribe(["prefstream.preferences.v1"])
    times, rows, last = collections.Counter(), {}, time.monotonic()
    while time.monotonic() - last < SILENCE_MAX:
        message = consumer.poll(0.5)
        if message is None or message.error():
            continue
        last = time.monotonic()
        value = message.value()
        if value is None:
            rows.pop(message.key(), None)
        elif json.loads(value)["project_id"] == target:
            times[message.key()] += 1
            rows[message.key()] = value.decode()
    return times, sorted(rows.values())


def main(folder, submits, kills):
    target = project("Killed")
    ids = call("POST", f"/api/projects/{target}/import?return_task_ids=1", tasks(submits))["task_ids"]
    acknowledged, failures = [], collections.Counter()
    trouble = Trouble(folder, acknowledged, submits, kills)
    trouble.start()
    begin = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = []
        for i, task in enumerate(ids):
            time.sleep(max(0, begin + i / SUBMITS_PER_SECOND - time.perf_counter()))
            done.append(pool.submit(lambda task: acknowledged.append(submit_until_acknowledged(task, failures)), task))
    for each in done:
        each.result()
    seconds = time.perf_counter() - begin
    trouble.join()
    print(f"{len(acknowledged)} of {submits} acknowledged in {seconds:.0f} s, {dict(trouble.done)}, failed attempts: {dict(failures)}")
    (times, rebuilt), file = published(target), exported(target)
    of = [json.loads(line)["annotation_id"] for line in file]
    lost, phantom = set(acknowledged) - set(of), set(of) - set(acknowledged)
    doubled = len(of) - len(set(of)), sum(1 for count in times.values() if count > 1)
    print(f"export: {len(file)} rows, {len(lost)} lost, {doubled[0]} doubled, {len(phantom)} that nobody made")
    print(f"topic: {len(rebuilt)} rows, {doubled[1]} doubled; rebuilt it is {'' if rebuilt == file else 'NOT '}the export")
    right = not lost and not phantom and doubled == (0, 0) and rebuilt == file and len(acknowledged) == submits == len(set(acknowledged))
    sys.exit(0 if right else 1)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
