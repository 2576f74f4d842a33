"""The mean of readers' weights: versions that were trained from the same start lie close enough for it.

usage: python average_readers.py OUT.pt A.pt[:WEIGHT] B.pt[:WEIGHT]…
"""
import sys

import torch


def main(out, *sources):
    total, mean = 0.0, {}
    for source in sources:
        path, _, weight = source.partition(":")
        weight = float(weight or 1)
        total += weight
        for name, value in torch.load(path)["model"].items():
            mean[name] = mean.get(name, 0) + (weight * value if value.is_floating_point() else value)
    torch.save({"model": {name: value / total if value.is_floating_point() else value // len(sources) for name, value in mean.items()}}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
