"""Makes annotators who submit judgements as fast as they are answered, and the tasks that they need."""
import http.client
import json
import os
import subprocess
import sys
import time
import urllib.parse

from client import FILLER, RESULT, URL, call, export, project
from machine import processes, processor_seconds

TASKS_PER_REQUEST = 10_000
QUIET_CORES_MAX = 0.3  # a system that nobody uses needs 0.1 to 0.25
PROCESSES = ("frontend", "annotation-service", "task-service", "export-service", "postgres", "kafka", "supervisor",
             "clients")


def annotator(target, number):
    """Makes an account that may label in the project. Returns its token."""
    name, password = f"annotator{number}", os.urandom(12).hex()
    email = name + "@example.org"
    person = call("POST", "/api/users", {"email": email, "username": name, "first_name": "Pat", "last_name": name,
                                         "role": "annotator", "password": password})
    call("POST", f"/api/projects/{target}/members", {"user": person["id"]})
    door = http.client.HTTPConnection(urllib.parse.urlsplit(URL).netloc)
    door.request("POST", "/user/login", urllib.parse.urlencode({"email": email, "password": password}),
                 {"Content-Type": "application/x-www-form-urlencoded"})
    answer = door.getresponse()
    assert answer.status == 302, answer.read()
    answer.read()
    cookies = "; ".join(cookie.split(";")[0] for cookie in answer.headers.get_all("Set-Cookie"))
    door.request("GET", "/api/current-user/token", headers={"Cookie": cookies})
    return json.loads(door.getresponse().read())["token"]


def task(i):
    return {"prompt": f"prompt {i}: {FILLER}", "answer1": f"first {i}: {FILLER[:-25]}", "answer2": f"second {i}: {FILLER}"}


class Tasks:
    """The tasks of a project that nobody has judged."""

    def __init__(self, target):
        self.target = target
        self.empty = project("Without tasks")
        self.ids = []
        self.imported = 0

    def top_up(self, number):
        """Imports what is missing and waits until all services know it. Returns whether something was missing."""
        missing = len(self.ids) < number
        while len(self.ids) < number:
            numbers = range(self.imported, self.imported + TASKS_PER_REQUEST)
            answer = call("POST", f"/api/projects/{self.target}/import?return_task_ids=1", [task(i) for i in numbers])
            self.ids += answer["task_ids"]
            self.imported += TASKS_PER_REQUEST
        if missing:
            self.applied()
        return missing

    def applied(self):
        """Waits until annotation-service and export-service have applied all acknowledged work. Returns the seconds.

        Each export waits for the work of all projects, and one of a project without tasks does nothing else.
        """
        begin = time.perf_counter()
        with export(self.empty, "JSON") as answer:
            answer.read()
        return time.perf_counter() - begin


class Clients:
    """The program that submits. One process serves all phases, so it is warm after the first."""

    def __init__(self, work, tokens, url=URL, system=None):
        """Takes a function that returns the processes of the measured system with their names; Prefstream's without one."""
        self.system = system or (lambda: processes(os.path.join(work, "data")))
        self.tasks = os.path.join(work, "tasks")
        files = {"tokens": "\n".join(tokens), "body": json.dumps({"result": RESULT, "lead_time": 12.3})}
        for name, text in files.items():
            with open(os.path.join(work, name), "w") as file:
                file.write(text)
        options = "-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", os.path.join(work, "classes")
        self.process = subprocess.Popen(["java", *options, "Submits", url, *(os.path.join(work, name) for name in files)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def used(self):
        return processor_seconds(self.system() | {self.process.pid: "clients"})

    def quiet(self):
        """Waits until the system has little to do, so that no phase pays for what was before it."""
        for _ in range(120):
            before = sum(self.used().values())
            time.sleep(1)
            if sum(self.used().values()) - before < QUIET_CORES_MAX:
                return
        print("The system was not quiet before the next phase.", file=sys.stderr)

    def submit(self, clients, seconds, tasks, windows=1, rate=""):
        """Runs one phase, and takes the tasks of it away. Returns what the program says, and the processor time by window.

        Submits are due at the rate, which is per second; without one each client submits as fast as it is answered.
        """
        with open(self.tasks, "w") as file:
            file.writelines(f"{task}\n" for task in tasks.ids)
        self.say(f"{clients} {seconds} {self.tasks} {rate}".strip())
        assert self.process.stdout.readline() == "ready\n"
        used, begin = [self.used()], time.perf_counter()
        self.say("go")
        for window in range(1, windows):
            time.sleep(max(0, begin + window * seconds / windows - time.perf_counter()))
            used.append(self.used())
        measured = json.loads(self.process.stdout.readline())
        used.append(self.used())
        del tasks.ids[:len(measured["submits"])]
        return measured, [{name: after.get(name, 0) - before.get(name, 0) for name in {**dict.fromkeys(PROCESSES), **after}}
                          for before, after in zip(used, used[1:])]
