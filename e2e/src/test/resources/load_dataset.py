"""Loads a downloaded file as a training job would, and prints its rows."""
import json
import os

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"
os.environ["HF_DATASETS_CACHE"] = os.path.abspath("cache")

from datasets import load_dataset

rows = load_dataset("json", data_files="preferences.jsonl", split="train")
print(json.dumps([{**row, "columns": sorted(rows.column_names)} for row in rows]))
