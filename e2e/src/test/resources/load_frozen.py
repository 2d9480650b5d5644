"""Loads what a snapshot was exported as, as a training job would, and prints what was found, as JSON."""
import json
import os
import shutil

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"
os.environ["HF_DATASETS_CACHE"] = os.path.abspath("cache")

import pandas
from datasets import load_dataset

found = {}
for name in sorted(os.listdir(".")):
    stem, ending = os.path.splitext(name)
    if ending == ".zip":
        shutil.unpack_archive(name, stem)
        loaded = load_dataset(os.path.abspath(stem))
        found[name] = {
            "splits": {split: rows.num_rows for split, rows in loaded.items()},
            "features": {key: str(kind) for key, kind in next(iter(loaded.values())).features.items()},
            "rows": [row for rows in loaded.values() for row in rows.remove_columns("submitted_at")],
            "manifest": json.load(open(os.path.join(stem, "manifest.json"))),
            "card": open(os.path.join(stem, "README.md"), encoding="utf-8").read(),
        }
    elif ending == ".parquet":
        rows = load_dataset("parquet", data_files=name, split="train")
        table = pandas.read_parquet(name)
        found[name] = {
            "features": {key: str(kind) for key, kind in rows.features.items()},
            "prompts": rows["prompt"][:],
            "pandas": {key: str(kind) for key, kind in table.dtypes.items()},
            "times": [time.isoformat() for time in table["submitted_at"]],
            "margins": table["margin"].tolist(),
            "models": table["chosen_model"].tolist(),
        }
print(json.dumps(found))
