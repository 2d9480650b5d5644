"""Asks Together's own checker about a file, and prints what it says."""
import json
import os

os.environ["TOGETHER_NO_BANNER"] = "1"

from together.utils import check_file

report = check_file("together.jsonl")
print(json.dumps({key: report[key] for key in ("is_check_passed", "message", "num_samples")}))
