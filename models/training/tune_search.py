"""Teach the encoder to lay short questions beside the passages that answer them.

usage: python tune_search.py ENCODER.pt ANCHORS.jsonl PAIRS.jsonl.gz OUT.pt [--lr 4e-5] [--keep 4] [--told 0.3]
ENCODER.pt is train_embedder.py's, PAIRS reader/build_pairs.py's. About a quarter of an hour on two idle cores; OUT.pt is
written every 50 steps and started again it resumes.

Three losses. A question against the answers of its batch and what search wrongly brought up for it (cross-entropy over
cosines, van den Oord et al. 2018). The emergencies' head of models/emergency.json over its messages, and the distance to the
base's vectors of the anchors, so that what was learnt before stays. Word embeddings are frozen.
"""
import argparse
import gzip
import json
import pathlib
import random

import torch

from train_embedder import ANCHOR_BATCH, ANCHOR_TOKENS, MESSAGE_TOKENS, ROOT, Encoder, anchors_of, lines, messages, whole_tokenizer

SCALE = 20.0  # sharpens cosines into logits; the base was trained with it
BATCH, MESSAGE_BATCH = 48, 48
QUESTION_TOKENS, PASSAGE_TOKENS = 40, 112


def emergency_head():
    """The shipped linear head as a layer, with its classes."""
    saved = json.loads((ROOT / "models/emergency.json").read_text())
    head = torch.nn.Linear(384, len(saved["classes"]))
    with torch.no_grad():
        head.weight.copy_(torch.tensor(saved["weights"]))
        head.bias.copy_(torch.tensor(saved["bias"]))
    return head, {card: i for i, card in enumerate(saved["classes"])}


def pair_loss(model, batch):
    """Each question's answer against all texts of the batch that are not the same text."""
    asked = model([p["question"] for p in batch], QUESTION_TOKENS)
    texts = [p["answer"] for p in batch] + [random.choice(p["others"]) for p in batch if p["others"]]
    # Long and short apart: padding costs more than a second call.
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    half = len(order) // 2
    parts = [model([texts[i] for i in part], PASSAGE_TOKENS) for part in (order[:half], order[half:])]
    told = torch.cat(parts)[torch.argsort(torch.tensor(order))]
    scores = SCALE * asked @ told.T
    same = torch.tensor([[a != b and texts[a] == texts[b] for b in range(len(texts))] for a in range(len(batch))])
    return torch.nn.functional.cross_entropy(scores.masked_fill(same, -1e4), torch.arange(len(batch)))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("encoder")
    args.add_argument("anchors")
    args.add_argument("pairs")
    args.add_argument("out", type=pathlib.Path)
    args.add_argument("--lr", type=float, default=4e-5)
    args.add_argument("--keep", type=float, default=4.0)
    args.add_argument("--told", type=float, default=0.3)
    args = args.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    tokenizer = whole_tokenizer()
    with gzip.open(args.pairs, "rt") as file:
        pairs = [json.loads(line) for line in file]
    told = messages()
    head, number = emergency_head()
    anchors, old = anchors_of(args.anchors, tokenizer)
    model = Encoder(tokenizer).train()
    model.encoder.load_state_dict(torch.load(args.encoder)["m"])
    model.encoder.embeddings.requires_grad_(False)
    steps = len(pairs) // BATCH
    order = random.sample(range(len(pairs)), len(pairs))
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": trained, "lr": args.lr}, {"params": head.parameters(), "lr": 2e-3}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 20) * max(0.02, 1 - s / steps))
    first = 0
    if args.out.exists():
        saved = torch.load(args.out)
        model.encoder.load_state_dict(saved["m"])
        head.load_state_dict(saved["head"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
    for step in range(first, steps):
        asked = pair_loss(model, [pairs[i] for i in order[step * BATCH:(step + 1) * BATCH]])
        batch = random.sample(told, MESSAGE_BATCH)
        wanted = torch.tensor([number[card] for _, card in batch])
        emergency = torch.nn.functional.cross_entropy(head(model([text for text, _ in batch], MESSAGE_TOKENS)), wanted)
        at = random.randrange(0, len(anchors) - ANCHOR_BATCH)
        kept = (1 - (model(anchors[at:at + ANCHOR_BATCH], ANCHOR_TOKENS) * old[at:at + ANCHOR_BATCH]).sum(1)).mean()
        (asked + args.told * emergency + args.keep * kept).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if (step + 1) % 10 == 0:
            print(f"step {step + 1} of {steps}: asked {asked:.3f}, told {emergency:.3f}, moved {kept:.4f}", flush=True)
        if (step + 1) % 50 == 0 or step + 1 == steps:
            part = args.out.with_suffix(".part")
            torch.save({"m": model.encoder.state_dict(), "head": head.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "step": step + 1}, part)
            part.replace(args.out)


if __name__ == "__main__":
    main()
