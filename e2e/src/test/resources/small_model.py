"""Makes the folder my-model: a language model with random weights and a tokenizer of bytes, without a download."""
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM, set_seed

ROLES = ["<|user|>", "<|assistant|>", "<|system|>"]
CHAT = ("{% for message in messages %}<|{{ message['role'] }}|>{{ message['content'] }}<|end|>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}")

tokens = ["<|pad|>", "<|end|>", *ROLES, *sorted(pre_tokenizers.ByteLevel.alphabet())]
bytewise = Tokenizer(models.BPE(vocab={token: place for place, token in enumerate(tokens)}, merges=[]))
bytewise.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
bytewise.decoder = decoders.ByteLevel()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=bytewise, pad_token="<|pad|>", eos_token="<|end|>",
                                    additional_special_tokens=ROLES, chat_template=CHAT)
set_seed(1)
model = Qwen2ForCausalLM(Qwen2Config(
    vocab_size=len(tokenizer), hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
    num_key_value_heads=2, max_position_embeddings=2048, pad_token_id=0, eos_token_id=1, bos_token_id=None))
model.generation_config.do_sample = True
model.save_pretrained("my-model")
tokenizer.save_pretrained("my-model")
