"""Measures how soon what was acknowledged is seen by each reader, and how many wrong answers come before.

Usage: bench/truth      (starts a system and runs this)
"""
import json
import statistics
import time
import urllib.error

from client import CONFIG, RESULT, ask, call, project, task
from machine import Speed

ROUNDS = 3
IMPORTS = 5
PATIENCE = 120
OTHER_CONFIG = CONFIG.replace('"comparison" toName', '"better" toName')
OTHER_RESULT = [{**RESULT[0], "from_name": "better", "to_name": "better"}]


def seen(read, right):
    """Asks until the answer is right. Returns the seconds, and how many wrong answers and refusals came before."""
    begin, wrong, refused = time.perf_counter(), 0, 0
    while time.perf_counter() - begin < PATIENCE:
        try:
            if right(read()):
                return time.perf_counter() - begin, wrong, refused
            wrong += 1
        except urllib.error.HTTPError as refusal:
            wrong, refused = wrong + (refusal.code != 503), refused + (refusal.code == 503)
    raise TimeoutError(f"not right after {PATIENCE} s")


def row(name, measurements):
    seconds, wrong, refused = zip(*measurements)
    print(f"| {name} | {1000 * statistics.median(seconds):,.0f} ({', '.join(f'{1000 * each:,.0f}' for each in seconds)}) | "
          f"{sum(wrong)} | {sum(refused)} |", flush=True)


def export_of(target):
    def read():
        with ask("GET", f"/api/projects/{target}/export?exportType=JSON&download_all_tasks=true") as answer:
            return json.load(answer)
    return read


def bodies(number, annotations=None):
    return json.dumps([{"data": task(i), **({"annotations": annotations} if annotations else {})}
                       for i in range(number)]).encode()


def after_import(number, body, right, read_of):
    """Imports, and measures until a reader sees it."""
    target = project("Truth")
    assert call("POST", f"/api/projects/{target}/import", raw=body)["task_count"] == number
    return seen(read_of(target), right)


def next_of(target):
    return lambda: call("GET", f"/api/projects/{target}/next")


def imports(name, body, number):
    """Imports in a row, while the copies of the one before are made."""
    target = project("Imports")
    begin = time.perf_counter()
    for _ in range(IMPORTS):
        call("POST", f"/api/projects/{target}/import", raw=body)
    print(f"\n{name}: {IMPORTS} imports of {number:,} tasks of {len(body) // number} bytes in a row: "
          f"{IMPORTS * number / (time.perf_counter() - begin):,.0f} tasks/s acknowledged.\n", flush=True)


def after_submit(target, ids, read, right):
    """Submits, and measures until a reader sees it."""
    found = []
    for _ in range(ROUNDS):
        one = ids.pop()
        call("POST", f"/api/tasks/{one}/annotations", {"result": RESULT})
        found.append(seen(lambda: read(one), lambda answer: right(answer, one)))
        time.sleep(1)
    return found


def submits():
    target = project("Submits")
    ids = call("POST", f"/api/projects/{target}/import?return_task_ids=1", raw=bodies(1_000))["task_ids"]
    row("submit → `is_labeled` of the task", after_submit(
        target, ids, lambda one: call("GET", f"/api/tasks/{one}"), lambda answer, one: answer["is_labeled"]))
    row("submit → annotations in the task list", after_submit(
        target, ids, lambda one: call("GET", f"/api/tasks?project={target}&page_size=1000")["tasks"],
        lambda answer, one: any(each["id"] == one and each["total_annotations"] == 1 for each in answer)))
    row("submit → counter of the project", after_submit(
        target, ids, lambda one: call("GET", f"/api/projects/{target}"),
        lambda answer, one: answer["total_annotations_number"] == 1_000 - len(ids)))
    row("submit → export", after_submit(
        target, ids, lambda one: export_of(target)(),
        lambda answer, one: any(each["id"] == one and each["annotations"] for each in answer)))


def configurations():
    """Changes the configuration of a project without annotations, and submits what only the new one allows."""
    found = []
    for _ in range(ROUNDS):
        target = project("Configured")
        one = call("POST", f"/api/projects/{target}/import?return_task_ids=1", raw=bodies(10))["task_ids"][0]
        call("PATCH", f"/api/projects/{target}", {"label_config": OTHER_CONFIG})
        found.append(seen(lambda: call("POST", f"/api/tasks/{one}/annotations", {"result": OTHER_RESULT}), lambda answer: True))
    row("configuration changed → annotation for the new one", found)


def main():
    speed = Speed()
    ten, hundred = bodies(10_000), bodies(100_000)
    annotated = bodies(10_000, [{"result": RESULT, "lead_time": 3.5}])
    imports("After the start", ten, 10_000)
    imports("Then", ten, 10_000)
    print("| from the acknowledgement to the first right answer | ms, median of (all) | wrong answers | 503 |\n|---|---|---|---|")
    for number, body in ((1_000, bodies(1_000)), (10_000, ten), (100_000, hundred)):
        row(f"{number:,} tasks → `next`", [after_import(number, body, lambda answer: True, next_of) for _ in range(ROUNDS)])
        row(f"{number:,} tasks → whole export", [
            after_import(number, body, lambda answer: len(answer) == number, export_of) for _ in range(ROUNDS)])
    row("10,000 tasks with an annotation each → whole export", [
        after_import(10_000, annotated, lambda answer: len(answer) == sum(len(each["annotations"]) for each in answer) == 10_000,
                     export_of) for _ in range(ROUNDS)])
    submits()
    configurations()
    additions, stolen = speed.end()
    print(f"\nFive million additions in a Python loop, before and after all this: {additions} s. {stolen}.")


if __name__ == "__main__":
    main()
