"""Checks that crashes lose no judgement and double none: kills each process once during submits, then counts judgements.

The exit status is 1 if a judgement was lost or doubled.

Usage: bench/kill-each      (starts a system and runs this)
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
SECONDS_BETWEEN = 6
SUBMITS_PER_SECOND = 20
SUBMITS = SUBMITS_PER_SECOND * SECONDS_BETWEEN * (len(PROCESSES) + 1)
SILENCE_MAX = 8


def submit_until_acknowledged(task, failures):
    """Repeats a submit with the same unique_id until it is acknowledged. Returns the id of the annotation."""
    name = str(uuid.uuid4())
    while True:
        try:
            return call("POST", f"/api/tasks/{task}/annotations", {"result": RESULT, "lead_time": 1.5, "unique_id": name})["id"]
        except (OSError, json.JSONDecodeError) as failure:
            if getattr(failure, "code", 503) < 500:
                raise  # the service refused the submit
            failures[str(getattr(failure, "code", type(failure).__name__))] += 1
            time.sleep(0.3)


def kill_each(folder, acknowledged):
    for name in PROCESSES:
        time.sleep(SECONDS_BETWEEN)
        os.kill(int(open(os.path.join(folder, "run", name + ".pid")).read()), signal.SIGKILL)
        print(f"  killed {name} after {len(acknowledged)} judgements", flush=True)


def exported(target):
    with export(target, "TRL") as answer:
        return collections.Counter(json.loads(line)["annotation_id"] for line in answer)


def published(target):
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": str(uuid.uuid4()), "auto.offset.reset": "earliest",
                         "isolation.level": "read_committed"})
    consumer.subscribe(["prefstream.preferences.v1"])
    records, last = collections.Counter(), time.monotonic()
    while time.monotonic() - last < SILENCE_MAX:
        message = consumer.poll(0.5)
        if message is not None and not message.error() and message.value():
            last = time.monotonic()
            row = json.loads(message.value())
            if row["project_id"] == target:
                records[row["annotation_id"]] += 1
    return records


def main(folder):
    target = project("Killed")
    ids = call("POST", f"/api/projects/{target}/import?return_task_ids=1", tasks(SUBMITS))["task_ids"]
    acknowledged, failures = [], collections.Counter()
    killer = threading.Thread(target=kill_each, args=(folder, acknowledged))
    killer.start()
    begin = time.perf_counter()
    with ThreadPoolExecutor(8) as pool:
        for i, task in enumerate(ids):
            time.sleep(max(0, begin + i / SUBMITS_PER_SECOND - time.perf_counter()))
            pool.submit(lambda task: acknowledged.append(submit_until_acknowledged(task, failures)), task)
    killer.join()
    print(f"{len(acknowledged)} of {SUBMITS} acknowledged, failed attempts: {dict(failures)}")
    wrong = False
    for name, found in (("export", exported(target)), ("topic", published(target))):
        lost, doubled = set(acknowledged) - set(found), [one for one, times in found.items() if times > 1]
        print(f"{name}: {sum(found.values())} records, {len(lost)} lost, {len(doubled)} doubled")
        wrong = wrong or lost or doubled or len(found) != SUBMITS
    sys.exit(1 if wrong or len(acknowledged) != SUBMITS else 0)


if __name__ == "__main__":
    main(sys.argv[1])
