"""Cutting long evidence down to what a claim is about; the product does the same (lib/check/windows.ts)."""
import collections
import math
import re

STOP = set("the a an of to in and is was for on that with as by at from it its be are were this which or has had have not".split())
SPLIT = re.compile(r"(?<=[.!?])\s+|\n+")


def words(text):
    return set(re.findall(r"\w+", text.lower())) - STOP


def window(claim, evidence, budget, size):
    """The evidence's sentences that share most with the claim, in their order, within `budget` of `size(sentence)`."""
    parts = evidence if isinstance(evidence, list) else [s for s in SPLIT.split(evidence) if s.strip()]
    sizes = [size(s) for s in parts]
    if sum(sizes) <= budget:
        return " ".join(parts)
    asked = words(claim)
    held = [words(s) for s in parts]
    df = collections.Counter(w for ws in held for w in ws)
    score = [math.fsum(math.log(1 + len(parts) / df[w]) for w in asked & ws) for ws in held]
    kept, used = [], 0
    for i in sorted(range(len(parts)), key=lambda i: -score[i]):
        if kept and used + sizes[i] > budget:
            continue
        kept.append(i)
        used += sizes[i]
        if used > 0.9 * budget:
            break
    return " ".join(parts[i] for i in sorted(kept))
