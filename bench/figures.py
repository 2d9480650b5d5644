"""Measures a running Prefstream and prints Markdown rows: import rate, latency from submit to topic, memory.

Usage: bench/run [DATA_FOLDER]      (prepares the Python environment and runs this)

Each figure has a reference from the same run, because absolute times tell more about the machine. The reference of the
import is Python parsing the same bytes. The reference of the latency is a plain producer and consumer on the same broker.
"""
import json
import os
import statistics
import sys
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from client import RESULT, call, export, project, tasks
from machine import plain_loop, processes, processor_ticks

TASKS = 10_000
SUBMITS_PER_SECOND = 50
SECONDS = 20
BOOTSTRAP = os.environ["KAFKA_BOOTSTRAP"]


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


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def consumer_at_end(topic):
    consumer = Consumer({"bootstrap.servers": BOOTSTRAP, "group.id": str(uuid.uuid4()), "isolation.level": "read_committed",
                         "enable.auto.commit": False})
    ends = []
    for partition in consumer.list_topics(topic, 10).topics[topic].partitions:
        _, high = consumer.get_watermark_offsets(TopicPartition(topic, partition), 10)
        ends.append(TopicPartition(topic, partition, high))
    consumer.assign(ends)
    return consumer


def watch(topic, keys_of, seen, expected):
    consumer = consumer_at_end(topic)

    def loop():
        while len(seen) < expected:
            message = consumer.poll(0.5)
            if message is not None and not message.error() and message.value() is not None:
                seen[keys_of(message)] = time.perf_counter()

    # Only this thread may poll, because two polling threads block each other.
    thread = threading.Thread(target=loop, daemon=True)
    thread.start()
    time.sleep(2)
    return thread


def at_a_rate(number, act):
    begin = time.perf_counter()
    with ThreadPoolExecutor(16) as pool:
        acts = []
        for i in range(number):
            time.sleep(max(0, begin + i / SUBMITS_PER_SECOND - time.perf_counter()))
            acts.append(pool.submit(act, i))
    for done in acts:
        done.result()


def submits():
    number = SUBMITS_PER_SECOND * SECONDS
    target = project("Latency")
    ids = call("POST", f"/api/projects/{target}/import?return_task_ids=1", tasks(number + 500))["task_ids"]
    settle(target)
    for task in ids[number:]:  # warm up
        call("POST", f"/api/tasks/{task}/annotations", {"result": RESULT})
    time.sleep(3)
    sent, answered, seen = {}, {}, {}
    thread = watch("prefstream.preferences.v1", lambda message: json.loads(message.value())["task_id"], seen, number)

    def submit(i):
        sent[ids[i]] = time.perf_counter()
        call("POST", f"/api/tasks/{ids[i]}/annotations", {"result": RESULT, "lead_time": 1.5})
        answered[ids[i]] = time.perf_counter()

    at_a_rate(number, submit)
    thread.join(30)
    assert len(seen) == number, f"{len(seen)} of {number} arrived"
    return ([1000 * (seen[t] - sent[t]) for t in ids[:number]], [1000 * (answered[t] - sent[t]) for t in ids[:number]])


def plain():
    topic = "bench." + uuid.uuid4().hex
    admin = AdminClient({"bootstrap.servers": BOOTSTRAP})
    admin.create_topics([NewTopic(topic, 3, 1)])[topic].result()
    number = SUBMITS_PER_SECOND * SECONDS
    sent, seen = {}, {}
    producer = Producer({"bootstrap.servers": BOOTSTRAP, "linger.ms": 0, "enable.idempotence": True})
    for i in range(-SUBMITS_PER_SECOND, 0):  # warm up; after these acknowledgements the new partitions have leaders
        producer.produce(topic, key=str(i), value=b"x" * 700)
    producer.flush()
    thread = watch(topic, lambda message: int(message.key()), seen, number)
    begin = time.perf_counter()
    for i in range(number):
        time.sleep(max(0, begin + i / SUBMITS_PER_SECOND - time.perf_counter()))
        sent[i] = time.perf_counter()
        producer.produce(topic, key=str(i), value=b"x" * 700)
        producer.poll(0)
    producer.flush()
    thread.join(30)
    assert len(seen) == number, f"{len(seen)} of {number} arrived"
    return [1000 * (seen[i] - sent[i]) for i in range(number)]


def latency():
    submits()  # warms up
    runs = [submits() for _ in range(3)]
    reference = percentile(plain(), .99)
    for name, part in (("submit to readable on the topic", 0), ("submit to its answer", 1)):
        shares = sorted((percentile(run[part], .99), percentile(run[part], .5)) for run in runs)
        p99, p50 = shares[1]
        row(f"{name} at {SUBMITS_PER_SECOND}/s, p50 / p99 ms", f"{p50:.1f} / {p99:.1f} (p99 of all three "
            f"{', '.join(f'{share:.1f}' for share, _ in shares)})",
            f"p99 is {p99 / reference:.1f} × a plain producer's and consumer's {reference:.1f}")


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
    before, (all_before, stolen_before) = plain_loop(), processor_ticks()
    imports()
    latency()
    memory(sys.argv[1])
    all_after, stolen_after = processor_ticks()
    row("five million additions in a Python loop, before and after all this, s", f"{before:.2f}, {plain_loop():.2f}",
        f"{100 * (stolen_after - stolen_before) / (all_after - all_before):.1f} % of processor time went to other machines")
