"""Asks Mistral's own rules for messages to tune with about a file, and prints how many rows keep them."""
import json

from mistral_common.protocol.instruct.messages import FinetuningMessage
from mistral_common.protocol.instruct.validator import MistralRequestValidatorV3, ValidationMode
from pydantic import TypeAdapter

messages = TypeAdapter(list[FinetuningMessage])
rules = MistralRequestValidatorV3(ValidationMode.finetuning)
lines = open("messages.jsonl", encoding="utf-8").read().split("\n")
rows = [json.loads(line) for line in lines if line]
for row in rows:
    rules.validate_messages(messages.validate_python(row["messages"]))
print(json.dumps({"rows": len(rows)}))
