"""Lets a simulated annotator judge, trains on what comes out by each way, and fails unless the models learnt the annotator's taste.

Usage: bench/prove [JUDGEMENTS]      (starts a system and runs this)
"""
import io
import json
import os
import random
import statistics
import sys
import threading
import zipfile

import client
import taste
from datasets import Dataset, load_dataset
from kafka import KafkaConsumer
from learners import accuracy, dpo, reward

HELD_OUT = taste.pairs(300, seed=99)
LEARNT = 0.85
BY_CHANCE = (0.4, 0.6)
CHANCES = range(5)
PATIENCE_SECONDS = 60
COLUMNS = ("prompt", "chosen", "rejected")


class Reader(threading.Thread):
    """Gathers the rows of a project as they come, until there are enough."""

    def __init__(self, rows, number):
        super().__init__(daemon=True)
        self.rows, self.number, self.gathered = rows, number, []
        self.start()

    def run(self):
        for row in self.rows:
            self.gathered.append({key: row[key] for key in COLUMNS})
            if len(self.gathered) == self.number:
                return

    def dataset(self):
        self.join(PATIENCE_SECONDS)
        assert len(self.gathered) == self.number, f"{len(self.gathered)} of {self.number} rows came"
        return Dataset.from_list(self.gathered)


def topic(project):
    for record in KafkaConsumer("prefstream.preferences.v1", bootstrap_servers=os.environ["KAFKA_BOOTSTRAP"],
                                isolation_level="read_committed", auto_offset_reset="earliest"):
        row = json.loads(record.value) if record.value else {}
        if row.get("project_id") == project:
            yield row


def stream(project):
    event = None
    with client.ask("GET", f"/api/projects/{project}/stream") as lines:
        for line in lines:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name == "event":
                event = value
            elif name == "data" and event == "preference":
                yield json.loads(value)


def judged(number, choose):
    """Makes a project, lets the annotator judge all of it, and returns it with those who read along."""
    project = client.project("Taste")
    client.call("POST", f"/api/projects/{project}/import", taste.pairs(number, seed=1))
    live = {"live topic": Reader(topic(project), number), "live stream": Reader(stream(project), number)}
    for _ in range(number):
        task = client.call("GET", f"/api/projects/{project}/next")
        result = [{**client.RESULT[0], "value": {"selected": choose(task["data"])}}]
        client.call("POST", f"/api/tasks/{task['id']}/annotations", {"result": result, "lead_time": 1.5})
    return project, live


def file(project, kind, name):
    with open(name, "wb") as saved:
        saved.write(client.export(project, kind).read())
    return name


def folder(project):
    with zipfile.ZipFile(io.BytesIO(client.export(project, "HF").read())) as zipped:
        zipped.extractall("folder")
    return "folder"


def ways_out(project, live):
    """Returns the dataset of each way out of a project."""
    yield "JSON Lines", load_dataset("json", data_files=file(project, "TRL", "rows.jsonl"), split="train", cache_dir="cache")
    yield "Parquet", load_dataset("parquet", data_files=file(project, "PARQUET", "rows.parquet"), split="train", cache_dir="cache")
    yield "folder", load_dataset(folder(project), split="train", cache_dir="cache")
    for name, reader in live.items():
        yield name, reader.dataset()


def trained(name, dataset):
    rows = dataset.select_columns(COLUMNS)
    held_out = taste.rows(HELD_OUT)
    shares = [accuracy(train(rows), held_out) for train in (reward, dpo)]
    print(f"| {name} | {len(rows)} | {shares[0]:.3f} | {shares[1]:.3f} |", flush=True)
    return shares


def by_chance(number, seed):
    """Choices by chance lean to or from the taste by chance, too, so that several of them are needed."""
    chance = random.Random(seed)
    project, _ = judged(number, lambda _: chance.choice(("left", "right")))
    rows = file(project, "TRL", f"chance-{seed}.jsonl")
    return trained("choices by chance", load_dataset("json", data_files=rows, split="train", cache_dir="cache"))


def main(number):
    print("| trained on | rows | reward model | DPO |\n|---|---|---|---|", flush=True)
    project, live = judged(number, taste.prefers)
    learnt = [share for name, dataset in ways_out(project, live) for share in trained(name, dataset)]
    nothing = [statistics.mean(shares) for shares in zip(*(by_chance(number, seed) for seed in CHANCES))]
    assert min(learnt) >= LEARNT, f"not learnt: {learnt}"
    assert all(BY_CHANCE[0] <= share <= BY_CHANCE[1] for share in nothing), f"learnt from chance: {nothing}"
    print(f"Learnt from each way out: at least {min(learnt):.3f} of {len(HELD_OUT)} held-out pairs. From chance: {nothing[0]:.3f} and {nothing[1]:.3f}.")


main(int(sys.argv[1]))
