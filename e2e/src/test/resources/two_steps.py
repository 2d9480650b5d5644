"""Takes two steps on each file with each trainer that trainers.json names for it, and prints for each whether the model has changed."""
import json
import os
import shutil

from datasets import load_dataset
from trl import DPOConfig, DPOTrainer, KTOConfig, KTOTrainer, RewardConfig, RewardTrainer, SFTConfig, SFTTrainer

TRAINERS = {"reward": (RewardTrainer, RewardConfig), "dpo": (DPOTrainer, DPOConfig), "kto": (KTOTrainer, KTOConfig),
            "sft": (SFTTrainer, SFTConfig)}


def rows(file):
    if file.endswith(".zip"):
        folder = os.path.abspath(file.removesuffix(".zip"))
        shutil.unpack_archive(file, folder)
        return load_dataset(folder, split="train", cache_dir="cache")
    kind = "parquet" if file.endswith(".parquet") else "json"
    return load_dataset(kind, data_files=file, split="train", cache_dir="cache")


def weights(model):
    return sum(float(weight.double().abs().sum()) for weight in model.parameters())


def two_steps(name, file):
    trainer_type, config = TRAINERS[name]
    dataset = rows(file)
    trainer = trainer_type(model="my-model", train_dataset=dataset, args=config(
        output_dir="out", max_steps=2, per_device_train_batch_size=4, learning_rate=1e-3, save_strategy="no", use_cpu=True, bf16=False))
    before = weights(trainer.model)
    trainer.train()
    return {"trainer": name, "file": file, "rows": len(dataset), "last": dataset[-1], "steps": trainer.state.global_step,
            "changed": weights(trainer.model) != before}


with open("trainers.json", encoding="utf-8") as pairs:
    print("RESULT " + json.dumps([two_steps(name, file) for name, file in json.load(pairs)], default=str))
