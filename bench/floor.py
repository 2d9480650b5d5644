"""Measures the bare parts of a judgement beside the system that is built of them: HTTP, Kafka transactions and the disk.

Usage: bench/floor [SECONDS]      (starts a system and runs this)
"""
import contextlib
import json
import os
import subprocess
import sys
import time
import types

from alone import CLIENTS, FASTEST, WARM_UP, environment
from annotators import Clients, Tasks, annotator
from client import project
from machine import Speed, pid_files, processor_seconds, standing_still
from submits import figures, row

BARE_WARM_UP = 30
# More than are answered in a phase. A phase that needs more ends early, and its rate is right all the same.
REQUESTS = 1_000_000
TRANSACTIONS_PER_SECOND = 50
DISK_SECONDS = 5
DISK_BYTES = 4_096
# The data folder marks a process as the system's own, and the archive holds classes of the door.
OPTIONS_OF_THE_DOOR_ALONE = "-Dprefstream.data=", "-XX:SharedArchiveFile="


def shares(milliseconds):
    ordered = sorted(milliseconds)
    return " / ".join(f"{ordered[min(len(ordered) - 1, int(len(ordered) * of))]:,.1f}" for of in (.5, .99, 1))


class Programs:
    """Runs the programs of bench/bare on the JVM of the door, with the door's options."""

    def __init__(self, door, work, root):
        command = open(f"/proc/{door}/cmdline").read().split("\0")
        self.java = [word for word in command[:command.index("-jar")] if not word.startswith(OPTIONS_OF_THE_DOOR_ALONE)]
        self.environment = os.environ | {"MALLOC_ARENA_MAX": environment(door)["MALLOC_ARENA_MAX"]}
        self.classes, self.log, self.root = os.path.join(work, "bare"), os.path.join(work, "bare.log"), root

    @contextlib.contextmanager
    def running(self, module, *program):
        """Runs a program with the jars of a module while a block runs."""
        jars = os.path.join(self.root, module, "target/quarkus-app/lib/main/*")
        with open(self.log, "a") as log:
            process = subprocess.Popen([*self.java, "-cp", self.classes + ":" + jars, *program], text=True, stderr=log,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment)
        try:
            yield process
        finally:
            process.terminate()
            process.wait()

    def line(self, process):
        """Returns the next thing that a program says."""
        said = process.stdout.readline()
        assert said, open(self.log).read()
        return json.loads(said)


def http(name, clients, seconds, tasks, proxy, server):
    """Sends requests as fast as they are answered, and prints the row of it. Returns how long half of them took at most, in ms."""
    measured, used = clients.submit(CLIENTS, seconds, tasks)
    rate, p50, _, p99, _, others, system, *processor = figures(measured["submits"], 0, measured["length"], used[0])
    assert others == 0, measured["first_other"]
    per = dict(zip(used[0], processor))
    row(name, f"{rate:,.0f}", f"{p50:,.1f} / {p99:,.1f}",
        *(f"{micros:,.0f}" for micros in (per[proxy], per[server], per["clients"], system)))
    return p50


def of_the_system(work, seconds):
    """Submits to the system, and waits until it is quiet again. Returns the tokens of those who submitted, and how long half of the
    submits took at most, in ms."""
    target = project("Floor")
    tokens = [annotator(target, i) for i in range(CLIENTS)]
    clients, tasks = Clients(work, tokens), Tasks(target)
    tasks.top_up(FASTEST * (WARM_UP + seconds))
    clients.submit(CLIENTS, WARM_UP, tasks)
    tasks.applied()
    clients.quiet()
    p50 = http("Prefstream: the door before annotation-service, which stores judgements", clients, seconds, tasks, "frontend",
               "annotation-service")
    tasks.applied()
    clients.quiet()
    return tokens, p50


def bare_http(programs, work, tokens, seconds, millis=0):
    """Sends what the system got through a bare proxy to a bare server, which answers after so many milliseconds."""
    with programs.running("frontend", "BareHttp", "server", str(millis)) as server:
        with programs.running("frontend", "BareHttp", "proxy", str(programs.line(server))) as proxy:
            clients = Clients(work, tokens, f"http://127.0.0.1:{programs.line(proxy)}",
                              lambda: {proxy.pid: "proxy", server.pid: "server"})
            clients.submit(CLIENTS, BARE_WARM_UP, types.SimpleNamespace(ids=["1"] * REQUESTS))
            http("a bare proxy before a bare server" + (f" that answers after {millis} ms" if millis else ""), clients, seconds,
                 types.SimpleNamespace(ids=["1"] * REQUESTS), "proxy", "server")


def transactions(programs, kafka, seconds):
    """Sends Kafka transactions, and prints a row for each way. What an idle Kafka uses is not counted. Returns it, in cores."""

    def used_while(act):
        """Returns what the act returns, how long it took, and the processor time of Kafka in it."""
        before, begin = processor_seconds({kafka: "kafka"})["kafka"], time.perf_counter()
        result = act()
        return result, time.perf_counter() - begin, processor_seconds({kafka: "kafka"})["kafka"] - before

    with programs.running("annotation-service", "Transactions", os.environ["KAFKA_BOOTSTRAP"]) as process:

        def phase(*words):
            print(*words, file=process.stdin, flush=True)
            return programs.line(process)

        phase(BARE_WARM_UP)
        _, length, used = used_while(lambda: time.sleep(seconds))
        idle = used / length
        for name, rate in ("one after another", []), (f"{TRANSACTIONS_PER_SECOND} a second", [TRANSACTIONS_PER_SECOND]):
            took, length, used = used_while(lambda: phase(seconds, *rate))
            count = len(took["read"])
            row(name, f"{count / length:,.0f}", *(shares(took[step]) for step in ("read", "acknowledged", "commit")),
                f"{1_000_000 * (used - idle * length) / count:,.0f}")
    return idle


def disk(work):
    """Appends to a file beside the system's data, and prints the row of it."""
    took, block = [], b"x" * DISK_BYTES
    file = os.open(os.path.join(work, "disk"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    begin = end = time.perf_counter()
    while end - begin < DISK_SECONDS:
        os.write(file, block)
        os.fdatasync(file)
        before, end = end, time.perf_counter()
        took.append(1_000 * (end - before))
    os.close(file)
    row(f"append {DISK_BYTES:,} bytes, then fdatasync", f"{len(took) / (end - begin):,.0f}", shares(took))


def head(*cells):
    row(*cells)
    print("|" + "---|" * len(cells))


def main(seconds, work, root):
    speed, pids = Speed(), pid_files(os.path.join(work, "data"))
    by_name = {name: pid for pid, name in pids.items()}
    programs = Programs(by_name["frontend"], work, root)
    head(f"HTTP, {CLIENTS} clients", "requests/s", "p50 / p99, ms", "µs of processor time per request: proxy", "server",
         "clients", "all but the clients")
    tokens, p50 = of_the_system(work, seconds)
    speed.look()
    with standing_still(pids):
        bare_http(programs, work, tokens, seconds)
        # Whoever has little to do is woken for each request. So a request costs more at the rate of the system than at full speed.
        bare_http(programs, work, tokens, seconds, round(p50))
    speed.look()
    print()
    head("Kafka transactions of two records", "transactions/s", "from the send until both are read: p50 / p99 / max, ms",
         "until both are acknowledged: p50 / p99 / max, ms", "commit: p50 / p99 / max, ms",
         "µs of Kafka's processor time per transaction")
    idle = transactions(programs, by_name["kafka"], seconds)
    print()
    head("disk", "per second", "p50 / p99 / max, ms")
    with standing_still(pids):
        disk(work)
    additions, stolen = speed.end()
    print(f"\nAn idle Kafka uses {idle:.3f} cores, which are not counted above. What PostgreSQL needs for a group of judgements "
          "(bench/group.sql) is measured by bench/pgbench.\n\nFive million additions in a Python loop, before, after each row of "
          f"the first table and at the end: {additions} s. {stolen}.")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
