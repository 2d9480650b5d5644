"""Trains small models from scratch on preferences, and says how often they prefer what was chosen."""
import torch
from taste import WORDS
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM, Qwen2ForSequenceClassification, set_seed
from trl import DPOConfig, DPOTrainer, RewardConfig, RewardTrainer

SETTINGS = dict(output_dir="out", num_train_epochs=8, per_device_train_batch_size=16, learning_rate=5e-3, max_length=64, use_cpu=True,
                bf16=False, gradient_checkpointing=False, save_strategy="no", logging_strategy="no", disable_tqdm=True, report_to=[])
END = " <end>"


def tokenizer():
    vocabulary = {token: place for place, token in enumerate(["<pad>", "<end>", "<unk>", "describe", *WORDS])}
    wordwise = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    wordwise.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return PreTrainedTokenizerFast(tokenizer_object=wordwise, pad_token="<pad>", eos_token="<end>", unk_token="<unk>")


def config(words):
    return Qwen2Config(vocab_size=len(words), hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2,
                       num_key_value_heads=2, max_position_embeddings=64, pad_token_id=0, eos_token_id=1, bos_token_id=None, num_labels=1)


def texts(rows, answer):
    return [row["prompt"] + " " + row[answer] + END for row in rows]


def spaced(rows):
    """Texts of a language model follow each other without a gap, so the answers begin with one."""
    return rows.map(lambda row: {"chosen": " " + row["chosen"], "rejected": " " + row["rejected"]})


def reward(rows):
    """Trains a reward model. Returns a function that scores texts."""
    set_seed(1)
    words = tokenizer()
    model = Qwen2ForSequenceClassification(config(words))
    RewardTrainer(model=model, args=RewardConfig(**SETTINGS), train_dataset=spaced(rows), processing_class=words).train()
    model.eval()
    return lambda asked: model(**words(asked, return_tensors="pt", padding=True)).logits[:, 0]


def dpo(rows):
    """Trains a language model by DPO. Returns a function that scores texts by how much likelier they became."""
    set_seed(1)
    words = tokenizer()
    Qwen2ForCausalLM(config(words)).save_pretrained("before")
    words.save_pretrained("before")
    before, model = (Qwen2ForCausalLM.from_pretrained("before").eval() for _ in range(2))
    DPOTrainer(model=model, args=DPOConfig(beta=0.5, **SETTINGS), train_dataset=spaced(rows), processing_class=words).train()
    model.eval()

    def likelihood(one, asked):
        tokens = words(asked, return_tensors="pt", padding=True)
        each = one(**tokens).logits.log_softmax(-1)[:, :-1].gather(2, tokens.input_ids[:, 1:, None])[:, :, 0]
        return (each * tokens.attention_mask[:, 1:]).sum(1)

    return lambda asked: likelihood(model, asked) - likelihood(before, asked)


def accuracy(score, rows):
    """Returns the share of rows whose chosen answer has the higher score."""
    with torch.no_grad():
        return (score(texts(rows, "chosen")) > score(texts(rows, "rejected"))).float().mean().item()
