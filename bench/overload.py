"""Measures how the system does under more than it can serve, and how one user's load is felt by others.

Usage: bench/overload [SECONDS]      (starts a system and runs this)
"""
import collections
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

import client
from annotators import Clients, Tasks, annotator
from client import RESULT, call, export, project
from machine import Speed, pid_files
from submits import CREATED

PEOPLE = 64
BEST_CLIENTS = 64
THREE_TIMES = 3 * BEST_CLIENTS
STUBBORN = 1_500
WARM_UP = 120
SLOW = 500
JUDGED = 30_000


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


class Load:
    """One group of clients that submit as fast as they are answered."""

    def __init__(self, work, name, tokens, target):
        self.folder = f"{work}/{name}"
        subprocess.run(["mkdir", "-p", self.folder], check=True)
        for shared in ("data", "classes"):
            subprocess.run(["ln", "-sfn", f"{work}/{shared}", f"{self.folder}/{shared}"], check=True)
        self.clients, self.tasks = Clients(self.folder, tokens), Tasks(target)

    def run(self, name, number, seconds):
        """Returns the rate and the p99 of what was stored, in ms, and prints them with what else was answered."""
        measured, _ = self.clients.submit(number, seconds, self.tasks)
        took = sorted(took / 1000 for status, _, took in measured["submits"] if status == CREATED)
        other = collections.Counter(status for status, _, _ in measured["submits"] if status != CREATED)
        refused = sorted(took / 1000 for status, _, took in measured["submits"] if status in (429, 503))
        rate, p50, p99 = len(took) / seconds, took[len(took) // 2], took[int(len(took) * .99)]
        row(name, number, f"{rate:,.0f}", f"{p50:,.0f} / {p99:,.0f} / {took[-1]:,.0f}", dict(other) or "none",
            f"{refused[int(len(refused) * .99)]:,.0f}" if refused else "")
        return rate, p99


def in_background(act):
    thread = threading.Thread(target=act)
    thread.start()
    return thread


def recovery(target, task):
    """Returns the seconds until a submit is answered within a fifth of a second again."""
    begin = time.perf_counter()
    while True:
        sent = time.perf_counter()
        try:
            call("POST", f"/api/tasks/{task}/annotations", {"result": RESULT})
        except OSError:
            continue
        if time.perf_counter() - sent < .2:
            return sent - begin


def slow_connections():
    """Opens connections that never send the whole of a request."""
    address = urllib.parse.urlsplit(client.URL)
    opened = []
    for i in range(SLOW):
        connection = socket.create_connection((address.hostname, address.port))
        head = b"POST /api/tasks/1/annotations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        connection.sendall(head if i % 2 else head + b"Content-Length: 1000\r\nAuthorization: Token x\r\n\r\n{")
        opened.append(connection)
    return opened


def memory(folder):
    return {name: int(open(f"/proc/{pid}/statm").read().split()[1]) * 4 // 1024 for pid, name in pid_files(folder).items()}


def main(seconds, work):
    speed = Speed()
    target = project("Overload")
    tokens = [annotator(target, i) for i in range(PEOPLE)]
    many = Load(work, "many", tokens, target)
    greedy = Load(work, "greedy", tokens[:1], target)
    few = Load(work, "few", tokens[1:9], target)
    many.tasks.top_up(190_000 + 1_000 * seconds * 14)
    ids = many.tasks.ids
    few.tasks.ids, greedy.tasks.ids, many.tasks.ids = ids[-40_000:], ids[-90_000:-40_000], ids[:-90_000]
    print("| load | clients | stored per second | p50 / p99 / longest of these, ms | other answers | p99 of refusals, ms |\n"
          "|---|---|---|---|---|---|")
    many.run("warm-up", BEST_CLIENTS, WARM_UP)
    best, _ = many.run("best", BEST_CLIENTS, seconds)
    before = memory(f"{work}/data")
    goodput, p99 = many.run("three times as many clients", THREE_TIMES, seconds)
    stubborn, stubborn_p99 = many.run("clients that do not wait as they are told", STUBBORN, seconds)
    recovered = recovery(target, many.tasks.ids.pop())
    alone, alone_p99 = few.run("eight people", 8, seconds)
    beside = in_background(lambda: greedy.run("one greedy token", 64, seconds))
    _, beside_p99 = few.run("eight people beside it", 8, seconds)
    beside.join()
    slow = slow_connections()
    _, slow_p99 = few.run(f"eight people beside {SLOW} slow connections", 8, seconds)
    for connection in slow:
        connection.close()
    while len(many.tasks.ids) > 0 and call("GET", f"/api/projects/{target}")["total_annotations_number"] < JUDGED:
        many.run("towards the export", BEST_CLIENTS, seconds)
    def download():
        with export(target, "JSON") as answer:
            while answer.read(1 << 20):
                pass
    reading = in_background(lambda: [download() for _ in range(3)])
    _, export_p99 = few.run("eight people beside exports", 8, seconds)
    reading.join()
    print(f"\nOf the best {100 * goodput / best:.0f} % were stored for three times as many clients, p99 {p99:,.0f} ms, and "
          f"{100 * stubborn / best:.0f} % for those that come again at once when they are refused, p99 {stubborn_p99:,.0f} ms; "
          f"{recovered:.1f} s later a submit took less than 0.2 s. The p99 of eight people is {alone_p99:,.0f} ms alone, times "
          f"{beside_p99 / alone_p99:.1f} beside a greedy token, times {slow_p99 / alone_p99:.1f} beside slow connections, times "
          f"{export_p99 / alone_p99:.1f} beside exports.")
    print(f"Memory (RSS, MiB) before and after: {before}, {memory(f'{work}/data')}.")
    additions, stolen = speed.end()
    print(f"Five million additions in a Python loop, before and after all this: {additions} s. {stolen}.")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
