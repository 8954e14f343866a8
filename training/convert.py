"""Weights exported before the graph was fused, turned in place: python -m training.convert onrecord/read/weights

Prints how far the scores of the two graphs are apart.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from onrecord.read import session
from training.export import label
from training.fuse import fused


def main() -> None:
    """Turn the weights in a folder."""
    parser = argparse.ArgumentParser(prog="python -m training.convert", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    path = folder / session.MODEL
    before = path.read_bytes()
    after = fused(onnx.load_from_string(before)).SerializeToString()
    apart = _apart(before, after)
    path.write_bytes(after)
    labels = json.loads((folder / session.LABELS).read_text("utf-8"))
    version = label(folder, labels["xpos"], labels["relations"])
    print(f"version {version}; scores of random pieces are {apart[0]:.4f} apart in the mean, {apart[1]:.3f} at most")


def _apart(before: bytes, after: bytes) -> tuple[float, float]:
    """Mean and greatest difference of any score: sums in another order move some activations by one int8 step."""
    rng = np.random.default_rng(0)
    feed = {
        "pieces": rng.integers(1000, 30000, (1, 200)),
        "features": rng.integers(0, 90, (1, 200)),
        "present": np.ones((1, 200), np.int32),
        "first": np.arange(1, 199),
    }
    answers = []
    for one in (before, after):
        run = onnxruntime.InferenceSession(one, disabled_optimizers=session.SLOWER)
        answers.append(run.run(None, {given.name: feed[given.name] for given in run.get_inputs()}))
    gaps = [np.abs(one - other) for one, other in zip(*answers, strict=True)]
    return float(np.mean([gap.mean() for gap in gaps])), float(max(gap.max() for gap in gaps))


if __name__ == "__main__":
    main()
