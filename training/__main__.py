"""Make the reader's weights: python -m training --shared ../shared --out onrecord/read/weights"""

import argparse
from pathlib import Path

import torch

from training import meaning, recipe
from training.encoder import pretrained
from training.export import export
from training.lemmas import corrections
from training.prepare import inventories, prepare


def main() -> None:
    """Read the corpora, train, export; a run that was stopped is taken up at its last checkpoint."""
    asked = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    asked.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with corpora/")
    asked.add_argument("--out", type=Path, default=Path("onrecord/read/weights"), help="folder for the weights")
    asked.add_argument("--runs", type=Path, default=Path("runs"), help="folder for checkpoints and caches")
    asked.add_argument("--depth", type=int, default=6, help="layers of the encoder, 1 to 6")
    asked.add_argument("--seed", type=int, default=20261121, help="seed of the news sample")
    asked.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = asked.parse_args()
    torch.set_num_threads(given.threads)
    corpora = prepare(given.shared, given.runs, pretrained() / "tokenizer.json", seed=given.seed)
    student = recipe.run(corpora, given.runs, depth=given.depth).cpu()
    tags, relations = inventories(given.runs)
    trees = [given.shared / "corpora" / "ud" / f"en_{name}-ud-train.conllu.xz" for name in ("ewt", "gum")]
    export(student, given.out, tags, relations, corrections(trees))
    meaning.give(given.shared, given.out, seed=given.seed)


if __name__ == "__main__":
    main()
