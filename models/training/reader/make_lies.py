"""The mechanical half of tests/suites/lies.jsonl: sentences of our documents, reworded a little, and made false by one change.

usage: python make_lies.py COUNT   (prints JSON Lines; needs the built-in packs)
The other half was written by hand by someone who had not read the check. Seeded.
"""
import json
import random
import re
import sys

from corrupt import corruptions, reword, sentences
from sources import OWN, ROOT, pack_passages

rng = random.Random(7)


def main(count):
    passages = [p for pack in ("handbook", "trails") for p in pack_passages(ROOT / f".cairn/packs/{pack}.cairn", "own")]
    rng.shuffle(passages)
    made = 0
    for p in passages:
        if "|" in p["text"] or p["document"] in OWN:
            continue
        parts = [re.sub(r"^(?:•|\d+\.) ", "", s) for s in sentences(p["text"])]
        good = [i for i, s in enumerate(parts) if 6 <= len(s.split()) <= 35 and not s.endswith(":")]
        if not good:
            continue
        i = rng.choice(good)
        by_kind = dict(corruptions(parts[i], p["text"], rng))
        if len(by_kind) < 2:
            continue
        kinds = rng.sample(sorted(by_kind), 2)
        evidence = " ".join(parts[max(0, i - 1):i + 3])
        if evidence not in re.sub(r"(^|\s)(?:•|\d{1,2}\.)\s", " ", p["text"]).replace("\n", " ").replace("  ", " "):
            continue
        made += 1
        print(json.dumps({"id": f"lie-m{made:03}", "by": "rule", "document": p["document"], "evidence": evidence, "true": reword(parts[i], rng),
                          "lies": [{"kind": k, "text": by_kind[k]} for k in kinds]}, ensure_ascii=False))
        if made == count:
            return


if __name__ == "__main__":
    main(int(sys.argv[1]))
