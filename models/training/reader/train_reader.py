"""Train the reader on rows of build_public.py and build_written.py.

usage: python train_reader.py OUT.pt ROWS.jsonl.gz[:SHARE]… [--from CHECKPOINT.pt] [--epochs 1] [--lr 9e-5] [--end 0.02] [--seed 0] [--most 700]
On Linux set GLIBC_TUNABLES as README.md says: it is worth a third of the time.
Writes OUT.pt every 100 steps with all that is needed to go on: started again with the same arguments it resumes. `--most` ends a
run early, with exit status 3: the allocator's memory grows, and after 700 steps a fresh process is faster by a third.
The learning rate warms up, then falls in a line to `--end` of its peak.
"""
import argparse
import gzip
import json
import pathlib
import random
import sys
import time

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from reader_net import Reader, pair, stack

BATCH, BUCKET = 32, 20
SPAN_WEIGHT = 0.4  # of the cross-entropies of first and last token


def read(path, rng):
    """Rows of a file; `FILE:0.3` draws that share of them."""
    path, _, share = path.partition(":")
    with gzip.open(path, "rt") as file:
        rows = [json.loads(line) for line in file]
    return rng.sample(rows, int(float(share) * len(rows))) if share else rows


def encode(row):
    made = pair(row["a"], row["title"], row["text"])
    ids, _, at, offsets = made
    start = end = -1
    if row.get("span"):
        for k, (s, e) in enumerate(offsets):
            start = at + k if s <= row["span"][0] < e else start
            end = at + k if s < row["span"][1] <= e else end
    return {"pair": made, "task": row["task"], "y": row["y"], "start": start, "end": end}


def batches(count, lengths, rng):
    """Rows of like length together, in random order."""
    order = rng.sample(range(count), count)
    found = []
    for i in range(0, count, BATCH * BUCKET):
        bucket = sorted(order[i:i + BATCH * BUCKET], key=lambda j: lengths[j])
        found += [bucket[j:j + BATCH] for j in range(0, len(bucket), BATCH)]
    rng.shuffle(found)
    return found


def loss_of(model, rows):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answerable, support, span = model(*stack([r["pair"] for r in rows]))
    answerable, support, span = answerable.float(), support.float(), span.float()
    asked = [i for i, r in enumerate(rows) if r["task"] == "a"]
    claimed = [i for i, r in enumerate(rows) if r["task"] == "s"]
    spanned = [i for i in asked if 0 <= rows[i]["start"] <= rows[i]["end"]]
    loss = torch.zeros(())
    if asked:
        wanted = torch.tensor([float(rows[i]["y"]) for i in asked])
        loss = loss + binary_cross_entropy_with_logits(answerable[asked], wanted) * len(asked) / len(rows)
    if spanned:
        masked = span.masked_fill((stack([r["pair"] for r in rows])[2] == 0).unsqueeze(-1), -1e4)
        for side, k in (("start", 0), ("end", 1)):
            loss = loss + SPAN_WEIGHT * cross_entropy(masked[spanned, :, k], torch.tensor([rows[i][side] for i in spanned])) * len(spanned) / len(rows)
    if claimed:
        wanted = torch.tensor([rows[i]["y"] for i in claimed])
        loss = loss + cross_entropy(support[claimed], wanted) * len(claimed) / len(rows)
    return loss


def main():
    args = argparse.ArgumentParser()
    args.add_argument("out", type=pathlib.Path)
    args.add_argument("rows", nargs="+")
    args.add_argument("--from", dest="source")
    args.add_argument("--epochs", type=int, default=1)
    args.add_argument("--lr", type=float, default=9e-5)
    args.add_argument("--end", type=float, default=0.02)
    args.add_argument("--seed", type=int, default=0)
    args.add_argument("--most", type=int)
    args = args.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    rows = [encode(row) for path in args.rows for row in read(path, rng)]
    lengths = [len(r["pair"][0]) for r in rows]
    plan = [b for _ in range(args.epochs) for b in batches(len(rows), lengths, rng)]
    model = Reader().train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr, weight_decay=0.01, fused=True)
    warm = max(1, int(0.05 * len(plan)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / warm) * (1 - (1 - args.end) * s / len(plan)))
    first = 0
    if args.out.exists():
        saved = torch.load(args.out)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
        print("resumed at step", first, flush=True)
    elif args.source:
        model.load_state_dict(torch.load(args.source)["model"])
    print(f"rows {len(rows)}, tokens {sum(lengths)}, steps {len(plan)}", flush=True)

    def save(step):
        part = args.out.with_suffix(".part")
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "step": step}, part)
        part.replace(args.out)

    began, total, seen = time.time(), 0.0, 0
    for step in range(first, len(plan)):
        batch = [rows[i] for i in plan[step]]
        loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        total, seen = total + loss.item(), seen + sum(len(r["pair"][0]) for r in batch)
        if (step + 1) % 50 == 0:
            print(f"step {step + 1} of {len(plan)}: loss {total / 50:.3f}, {seen / (time.time() - began):.0f} tokens/s", flush=True)
            total = 0.0
        if (step + 1) % 100 == 0:
            save(step + 1)
        if args.most and step + 1 - first == args.most:
            save(step + 1)
            sys.exit(3)
    save(len(plan))


if __name__ == "__main__":
    main()
