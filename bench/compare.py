"""Measures Label Studio and Prefstream side by side: submits, imports, exports.

Usage: bench/label-studio [SECONDS]      (installs Label Studio, starts a system and runs this)
"""
import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import sysconfig
import time
import urllib.request
import uuid

import psycopg

import client
from annotators import Clients, task
from client import RESULT, call, export, project
from machine import Speed, pid_files, standing_still, with_children
from submits import CREATED, figures

CLIENTS = (1, 8, 32, 64)
WARM_UP = 60
SETS = 3
TASKS = 10_000
STOCK = 80_000  # so many that no phase runs out of them
PACKAGE = os.path.join(sysconfig.get_path("purelib"), "label_studio")
MAKE_OWNER = """
from organizations.models import Organization
from rest_framework.authtoken.models import Token
from users.models import User
user = User.objects.create_user(email='owner@example.org', password='{token}')
organization = Organization.create_organization(created_by=user, title='Bench')
user.active_organization = organization
user.save()
organization.jwt.legacy_api_tokens_enabled = True
organization.jwt.save()
Token.objects.filter(user=user).delete()
Token.objects.create(user=user, key='{token}')
"""


class LabelStudio:
    """Label Studio with a database of its own on the PostgreSQL server of a Prefstream that runs."""

    def __init__(self, work):
        self.folder = os.path.join(work, "label-studio")
        self.token = (uuid.uuid4().hex + uuid.uuid4().hex)[:40]
        self.postgres = next(pid for pid, name in pid_files(os.path.join(work, "data")).items() if name == "postgres")
        port = int(re.search(r"port=(\d+)", open(f"/proc/{self.postgres}/cmdline").read())[1])
        self.url = f"http://127.0.0.1:{port + 1}"
        self.server = {"host": "127.0.0.1", "port": port, "user": "postgres",
                       "password": open(os.path.join(work, "data", "secrets", "postgres-password")).read()}
        self.environment = os.environ | {
            "DJANGO_DB": "default", "POSTGRE_HOST": "127.0.0.1", "POSTGRE_PORT": str(port), "POSTGRE_USER": "postgres",
            "POSTGRE_PASSWORD": self.server["password"], "POSTGRE_NAME": "label_studio", "SECRET_KEY": self.token,
            "DJANGO_SETTINGS_MODULE": "core.settings.label_studio", "LABEL_STUDIO_BASE_DATA_DIR": self.folder,
            "COLLECT_ANALYTICS": "false", "LATEST_VERSION_CHECK": "false", "DEBUG": "false", "LOG_LEVEL": "ERROR"}

    def manage(self, *arguments):
        done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=PACKAGE, env=self.environment,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"manage.py {arguments[0]} failed:\n{done.stderr}")

    def prepare(self):
        os.makedirs(self.folder)
        with psycopg.connect(dbname="postgres", autocommit=True, **self.server) as connection:
            connection.execute("create database label_studio")
        self.manage("migrate", "--verbosity", "0")
        self.manage("shell", "-c", MAKE_OWNER.format(token=self.token))

    @contextlib.contextmanager
    def running(self):
        options = ("--pythonpath", PACKAGE, "--module", "core.wsgi", "--processes", "4", "--master", "--die-on-term",
                   "--http", self.url.removeprefix("http://"), "--http-keepalive", "--http-timeout", "600",
                   "--buffer-size", "32768", "--disable-logging")
        with open(os.path.join(self.folder, "log"), "w") as log:
            server = subprocess.Popen([os.path.join(sys.prefix, "bin", "uwsgi"), *options], cwd=PACKAGE, stdout=log,
                                      stderr=log, env=self.environment)
        try:
            self.wait()
            yield lambda: with_children({server.pid: "label-studio", self.postgres: "postgres"})
        finally:
            server.terminate()
            server.wait()

    def wait(self):
        for _ in range(240):
            try:
                return urllib.request.urlopen(self.url + "/version").read()
            except OSError:
                time.sleep(0.5)
        raise TimeoutError(open(os.path.join(self.folder, "log")).read())


def imported(target, items):
    """Imports items in one request. Returns the seconds."""
    body = json.dumps(items).encode()
    begin = time.perf_counter()
    answer = call("POST", f"/api/projects/{target}/import", raw=body)
    seconds = time.perf_counter() - begin
    assert answer["task_count"] == len(items), answer
    return seconds


def exported(target, number):
    """Exports a project as JSON. Returns the seconds until the first byte and until the last one."""
    begin = time.perf_counter()
    with export(target, "JSON") as answer:
        first = answer.read(1)
        at_first = time.perf_counter() - begin
        size = len(json.loads(first + answer.read()))
    assert size == number, size
    return at_first, time.perf_counter() - begin


def task_ids(target, number):
    """Imports tasks, and returns the ids of all tasks of the project. Label Studio's import does not tell them."""
    imported(target, [{"data": task(i)} for i in range(number)])
    with export(target, "JSON") as answer:
        return [each["id"] for each in json.load(answer)]


def measure(name, clients, seconds):
    """Returns the figures of one server by what was measured, higher is better for rates and lower for times."""
    found = {}
    rates = [TASKS / imported(project("Imported"), [{"data": task(i)} for i in range(TASKS)]) for _ in range(SETS)]
    found["import of 10,000 tasks in one request, tasks/s"] = statistics.median(rates)
    target = project("Submitted")
    stock = STOCK if name == "Prefstream" else TASKS
    ids = task_ids(target, stock)
    pending = type("Pending", (), {"ids": ids})
    for number, length in ((32, WARM_UP), *((number, seconds) for number in CLIENTS)):
        if len(pending.ids) < stock // 2:
            pending.ids = task_ids(project("Submitted"), stock)
        measured, used = clients.submit(number, length, pending)
        rate, p50, _, p99, _, others, *_ = figures(measured["submits"], 0, measured["length"], used[0])
        assert others == 0, measured["first_other"]
        done = sum(1 for status, _, _ in measured["submits"] if status == CREATED)
        processor = 1000 * sum(value for who, value in used[0].items() if who != "clients") / done
        found[f"submits/s of {number} clients"] = rate
        found[f"submit of {number} clients, p50, ms"], found[f"submit of {number} clients, p99, ms"] = p50, p99
        found[f"processor time of a submit of {number} clients, ms"] = processor
    annotated = project("Annotated")
    imported(annotated, [{"data": task(i), "annotations": [{"result": RESULT, "lead_time": 3.5}]} for i in range(TASKS)])
    exports = [exported(annotated, TASKS) for _ in range(SETS)]
    found["JSON export of 10,000 annotated tasks, s"] = statistics.median(whole for _, whole in exports)
    found["its first byte, s"] = statistics.median(first for first, _ in exports)
    return found


def main(seconds, work):
    folder = os.path.join(work, "data")
    speed = Speed()
    other = LabelStudio(work)
    own = client.URL, client.TOKEN
    with standing_still([pid for pid, name in pid_files(folder).items() if name != "postgres"]):
        other.prepare()
        with other.running() as system:
            client.connect(other.url, other.token)
            theirs = measure("Label Studio", Clients(work, [other.token], other.url, system), seconds)
    speed.look()
    client.connect(*own)
    ours = measure("Prefstream", Clients(work, [own[1]]), seconds)
    print("| what | Label Studio 1.23.2 | Prefstream | times as good |\n|---|---|---|---|")
    for what, theirs_is in theirs.items():
        better = ours[what] / theirs_is if what.split(" of ")[0] in ("import", "submits/s") else theirs_is / ours[what]
        print(f"| {what} | {theirs_is:,.2f} | {ours[what]:,.2f} | {better:,.1f} |")
    additions, stolen = speed.end()
    print(f"\nFive million additions in a Python loop, before Label Studio, between the two and after Prefstream: "
          f"{additions} s. {stolen}.")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
