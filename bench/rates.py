"""Measures submits at fixed rates until they are on the topic, labels by one person, and submits by bulk requests.

Usage: bench/rates [SECONDS]      (starts a system and runs this)

The clocks of the program that submits and of this one are the same: both count from the start of the machine.
"""
import http.client
import json
import os
import sys
import threading
import time
import urllib.parse
import uuid
from concurrent.futures import ThreadPoolExecutor

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from annotators import Clients, Tasks, annotator
from client import RESULT, TOKEN, URL, call, project
from machine import Speed
from submits import CREATED

BOOTSTRAP = os.environ["KAFKA_BOOTSTRAP"]
TOPIC = "prefstream.preferences.v1"
RATES = (100, 500, 1_000)
PEOPLE = 64
WARM_UP = 60
WARM_UP_TASKS = 80_000
PATIENCE = 60
LABEL_SECONDS = 30
BULK = 1_000
BULK_REQUESTS = 20


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def share(milliseconds, of):
    return sorted(milliseconds)[min(len(milliseconds) - 1, int(len(milliseconds) * of))]


def shares(milliseconds):
    return " / ".join(f"{share(milliseconds, of):,.1f}" for of in (.5, .99, 1))


class Watch:
    """Notes when each message of a topic can be read, from now on."""

    def __init__(self, topic, key_of):
        self.seen, self.key_of, self.ended = {}, key_of, threading.Event()
        self.consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": str(uuid.uuid4()),
                                  "isolation.level": "read_committed", "enable.auto.commit": False})
        partitions = self.consumer.list_topics(topic, 10).topics[topic].partitions
        ends = [(each, self.consumer.get_watermark_offsets(TopicPartition(topic, each), 10)[1]) for each in partitions]
        self.consumer.assign([TopicPartition(topic, each, end) for each, end in ends])
        # Only this thread may poll, because two polling threads block each other.
        self.thread = threading.Thread(target=self.poll, daemon=True)
        self.thread.start()
        time.sleep(2)

    def poll(self):
        while not self.ended.is_set():
            message = self.consumer.poll(.2)
            if message is not None and not message.error() and message.value() is not None:
                self.seen[self.key_of(message)] = time.perf_counter()

    def all_of(self, keys):
        """Waits for the messages of these keys. Returns when each of them could be read, in seconds."""
        begin = time.perf_counter()
        while not keys <= self.seen.keys():
            assert time.perf_counter() - begin < PATIENCE, f"{len(keys - self.seen.keys())} of {len(keys)} did not come"
            time.sleep(.2)
        self.ended.set()
        self.thread.join()
        self.consumer.close()
        return self.seen


def plain(rate, seconds):
    """Returns the milliseconds from a plain producer to a plain consumer, with messages as long as dataset records."""
    topic = "bench." + uuid.uuid4().hex
    admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
    admin.create_topics([NewTopic(topic, 3, 1)])[topic].result()
    producer = Producer({"bootstrap.servers": BOOTSTRAP, "linger.ms": 0, "enable.idempotence": True})
    for i in range(-100, 0):  # after these acknowledgements the new partitions have leaders
        producer.produce(topic, key=str(i), value=b"x" * 1_400)
    producer.flush()
    watch, sent, begin = Watch(topic, lambda message: int(message.key())), {}, time.perf_counter()
    for i in range(rate * seconds):
        time.sleep(max(0, begin + i / rate - time.perf_counter()))
        sent[i] = time.perf_counter()
        producer.produce(topic, key=str(i), value=b"x" * 1_400)
        producer.poll(0)
    producer.flush()
    seen = watch.all_of(sent.keys())
    return [1_000 * (seen[i] - sent[i]) for i in sent]


def at_a_rate(rate, seconds, clients, tasks):
    tasks.top_up(int(rate * seconds * 1.1) + PEOPLE)
    clients.quiet()
    ids = list(tasks.ids)
    watch = Watch(TOPIC, lambda message: json.loads(message.value())["task_id"])
    measured, used = clients.submit(PEOPLE, seconds, tasks, rate=rate)
    took = [took / 1_000 for status, _, took in measured["submits"] if status == CREATED]
    due = {ids[i]: (measured["begin"] + at - took) / 1e6
           for i, (status, at, took) in enumerate(measured["submits"]) if status == CREATED}
    seen = watch.all_of(due.keys())
    cores = (sum(used[0].values()) - used[0]["clients"]) / seconds
    reference = plain(rate, 20)
    row(f"{rate}/s", f"{len(took) / seconds:,.0f}", shares([1_000 * (seen[task] - due[task]) for task in due]), shares(took),
        len(measured["submits"]) - len(took), f"{cores:.2f}", shares(reference))


def labels(target, token):
    """Labels as one person, on one connection, for some seconds. Returns the labels per second and the times of both steps."""
    door, took = http.client.HTTPConnection(urllib.parse.urlsplit(URL).netloc), ([], [])
    headers = {"Authorization": "Token " + token, "Content-Type": "application/json"}

    def ask(method, path, body, times):
        begin = time.perf_counter()
        door.request(method, path, body, headers)
        answer = door.getresponse()
        text = answer.read()
        assert answer.status in (200, CREATED), text
        times.append(1_000 * (time.perf_counter() - begin))
        return json.loads(text)

    begin, body = time.perf_counter(), json.dumps({"result": RESULT, "lead_time": 1.5})
    while time.perf_counter() - begin < LABEL_SECONDS:
        task = ask("GET", f"/api/projects/{target}/next", None, took[0])["id"]
        ask("POST", f"/api/tasks/{task}/annotations/", body, took[1])
    return len(took[0]) / (time.perf_counter() - begin), took


def bulk(ids, at_once):
    """Submits to all the tasks by requests of a thousand. Returns the submits per second."""
    bodies = [[{"task": task, "result": RESULT} for task in ids[i:i + BULK]] for i in range(0, len(ids), BULK)]
    begin = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        answers = list(pool.map(lambda body: call("POST", "/api/annotations/bulk", body), bodies))
    seconds = time.perf_counter() - begin
    assert all(each["status"] == CREATED for answer in answers for each in answer), answers[0][:1]
    return len(ids) / seconds


def main(seconds, work):
    speed = Speed()
    target = project("Rates")
    clients = Clients(work, [annotator(target, i) for i in range(PEOPLE)])
    tasks = Tasks(target)
    tasks.top_up(WARM_UP_TASKS)
    clients.submit(PEOPLE, WARM_UP, tasks)
    tasks.applied()
    row("submits", "reached", "to the topic: p50 / p99 / max, ms", "to the answer: p50 / p99 / max, ms", "other answers",
        "cores used", "plain producer to consumer: p50 / p99 / max, ms")
    print("|" + "---|" * 7)
    for rate in RATES:
        at_a_rate(rate, seconds, clients, tasks)
    tasks.top_up(10_000 + 2 * BULK * BULK_REQUESTS)
    clients.quiet()
    rate, (claims, submits) = labels(target, TOKEN)
    print(f"\nOne person: {rate:,.0f} labels/s; `next` p50 / p99 / max {shares(claims)} ms, submit {shares(submits)} ms.")
    clients.quiet()
    ids = tasks.ids[10_000:]
    half = BULK * BULK_REQUESTS
    print(f"Bulk requests of {BULK:,}: {bulk(ids[:half], 1):,.0f} submits/s one after another, "
          f"{bulk(ids[half:2 * half], 3):,.0f}/s with three at a time.")
    print(f"All was applied {tasks.applied():.1f} s later.")
    additions, stolen = speed.end()
    print(f"\nFive million additions in a Python loop, before and after all this: {additions} s. {stolen}.")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
