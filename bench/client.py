"""Calls a running Prefstream for all measurements. The variables of its connection.env must be set."""
import json
import os
import time
import urllib.error
import urllib.request

CONFIG = """<View><Text name="prompt" value="$prompt"/><Pairwise name="comparison" toName="answer1,answer2"/>
<Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/></View>"""
RESULT = [{"from_name": "comparison", "to_name": "comparison", "type": "pairwise", "value": {"selected": "left"}}]
FILLER = "words that make a task about as long as a short answer is, " * 5

URL = os.environ["PREFSTREAM_URL"]
TOKEN = os.environ["PREFSTREAM_TOKEN"]


def connect(url, token):
    """Lets all that follows talk to another server."""
    global URL, TOKEN
    URL, TOKEN = url, token


def ask(method, path, data=None):
    """Sends bytes or an open file, and returns the open response."""
    request = urllib.request.Request(URL + path, data=data, method=method, headers={
        "Authorization": "Token " + TOKEN, "Content-Type": "application/json"})
    try:
        return urllib.request.urlopen(request)
    except urllib.error.HTTPError as refusal:
        refusal.add_note(refusal.read().decode())
        raise


def call(method, path, body=None, raw=None):
    data = raw if raw is not None else None if body is None else json.dumps(body).encode()
    with ask(method, path, data) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def project(title):
    return call("POST", "/api/projects", {"title": title, "label_config": CONFIG})["id"]


def task(i):
    return {"prompt": f"prompt {i}: {FILLER}", "answer1": f"first {i}", "answer2": f"second {i}: {FILLER}"}


def tasks(number):
    return [task(i) for i in range(number)]


def export(target, kind):
    """Returns the open response of an export. Repeats the request while a 503 says that acknowledged work is not applied yet."""
    for _ in range(60):
        try:
            return ask("GET", f"/api/projects/{target}/export?exportType={kind}&download_all_tasks=true")
        except urllib.error.HTTPError as refusal:
            if refusal.code != 503:
                raise
            time.sleep(1)
    raise TimeoutError(f"the copies of project {target} are still behind")
