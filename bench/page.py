"""Measures the labeling page of a running Prefstream in a real Chromium, and prints Markdown rows.

Usage: bench/page [JUDGEMENTS]      (starts a system and runs this)

The reference of each figure, from the same run, is a page that paints another word at a key, under the same pauses.
"""
import gzip
import os
import pathlib
import re
import statistics
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

import client
from client import call, project
from machine import Speed

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
WATCH = pathlib.Path(__file__).with_name("page_watch.js").read_text()
LATENCY_MILLIS = 150
LARGE = 200_000
SENTENCE = "A sentence of an answer that is **long**, with a `name` in it and a [link](https://example.org) at its end. "


def large(i):
    """A task whose two answers have 200 kB each, in paragraphs of ten sentences that no two tasks share."""
    def answer(side):
        paragraph = f"{side} of {i}. " + SENTENCE * 10
        return "\n\n".join([paragraph] * (LARGE // len(paragraph) + 1))[:LARGE]
    return {"prompt": f"prompt {i}", "answer1": answer("First"), "answer2": answer("Second")}


def filled(title, make, number):
    target = project(title)
    for begin in range(0, number, 20):
        call("POST", f"/api/projects/{target}/import", [make(i) for i in range(begin, min(begin + 20, number))])
    return target


def percentile(figures, share):
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


def spoken(figures):
    return f"{percentile(figures, .5):.0f} / {percentile(figures, .99):.0f} / {max(figures):.0f}"


def row(name, figure, reference=""):
    print(f"| {name} | {figure} | {reference} |", flush=True)


def compressed(path):
    """Returns a file's text and the number of bytes that the server sends for it."""
    request = urllib.request.Request(client.URL + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        zipped = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(body) if zipped else body).decode(), len(body)


def first_load():
    """The bytes of the page and of all that it names, which a browser fetches before it asks the API."""
    index, total = compressed("/")
    return total + sum(compressed(path)[1] for path in re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css))"', index))


class Browser:
    """A person's browser. Each has a profile of its own, so nothing is cached in the beginning."""

    def __init__(self, playwright, latency=0):
        self.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        self.page = self.browser.new_page(viewport={"width": 1440, "height": 900})
        self.page.add_init_script(WATCH)
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1})

    def until(self, condition):
        """Waits for a condition. Playwright's own wait evaluates text again and again, which the page's security policy forbids."""
        self.page.evaluate(f"watch.until(() => {condition})")

    def log_in(self):
        answer = self.page.request.post(client.URL + "/user/login", form={
            "email": os.environ["PREFSTREAM_EMAIL"], "password": os.environ["PREFSTREAM_PASSWORD"]})
        assert answer.ok, answer.status
        return self

    def label(self, target):
        """Opens a project, and returns the seconds until its first task is shown."""
        begin = time.perf_counter()
        self.page.goto(f"{client.URL}/projects/{target}/label")
        self.until("watch.shown() !== undefined")
        return time.perf_counter() - begin

    def bare(self):
        self.page.goto(client.URL + "/health")
        self.page.evaluate("watch.bare()")
        return self

    def press(self, count, pause):
        """Presses a key that often, as soon as the former one has shown what it does and after a pause in seconds."""
        self.page.evaluate("() => { watch.paints.length = 0; watch.pauses.length = 0; }")
        for done in range(count):
            self.until(f"watch.paints.length >= {done}")
            self.page.wait_for_timeout(pause * 1000)
            self.until("!watch.isBusy()")
            self.page.keyboard.press("12"[done % 2])
        self.until(f"watch.paints.length >= {count}")
        return self.page.evaluate("[watch.paints, watch.pauses]")

    def close(self):
        self.browser.close()


def loads(playwright, target):
    times = []
    for _ in range(5):
        browser = Browser(playwright).log_in()
        times.append(browser.label(target))
        browser.close()
    row("from the address to the first task, cold cache, logged in, of five, s", ", ".join(f"{one:.2f}" for one in times))


def keys(playwright, name, target, pause, count, latency=0):
    floor = Browser(playwright, latency).bare()
    bare, _ = floor.press(count, pause)
    floor.close()
    browser = Browser(playwright, latency).log_in()
    browser.label(target)
    paints, pauses = browser.press(count, pause)
    browser.close()
    ratio = statistics.median(paints) / statistics.median(bare)
    long = f"; {len(pauses)} tasks over 50 ms, the longest {max(pauses):.0f}" if pauses else "; no task over 50 ms"
    row(f"key to next task painted, {name}, p50 / p99 / max, ms", spoken(paints) + long,
        f"{ratio:.1f} × a page that paints another word ({spoken(bare)})")


def main(count):
    print("| what | figure | reference in the same run |\n|---|---|---|")
    speed = Speed()
    row("first load, gzipped, kB", f"{first_load() / 1000:.1f}")
    small = filled("The page", client.task, 6 * count)
    long = filled("The page, 200 kB", large, count // 2 + 20)
    with sync_playwright() as playwright:
        loads(playwright, small)
        keys(playwright, "1 s between judgements", small, 1, count)
        keys(playwright, "0.25 s between judgements", small, .25, count)
        keys(playwright, "no pause", small, 0, count)
        keys(playwright, f"0.25 s, {LATENCY_MILLIS} ms of latency", small, .25, count, LATENCY_MILLIS)
        keys(playwright, "into answers of 200 kB, 1 s", long, 1, count // 2)
    additions, stolen = speed.end()
    row("five million additions in a Python loop, before and after all this, s", additions, stolen)


if __name__ == "__main__":
    main(int(sys.argv[1]))
