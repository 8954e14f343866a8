"""The runs of the recipe in their order, each small enough to read."""

import json
from pathlib import Path

import torch

from training.article import Article
from training.encoder import pretrained
from training.heads import Reader, Sizes
from training.prepare import Corpora, inventories
from training.schedule import Part, batches
from training.train import Rates, train


def fresh(runs: Path, depth: int = 6) -> Reader:
    """A model with the published encoder and new heads."""
    tags, relations = inventories(runs)
    torch.manual_seed(0)
    model = Reader(Sizes(depth, len(tags), len(relations)))
    model.encoder.start_from(pretrained())
    return model


def kept_model(path: Path, which: str = "average") -> Reader:
    """The model of a checkpoint: its running average, or the last weights."""
    state = torch.load(path, weights_only=True)
    model = Reader(Sizes(**state["sizes"]))
    model.load_state_dict(state[which])
    return model.eval()


def _lay_out(corpora: Corpora, epochs: dict[str, float]) -> tuple[list[Article], list[Part]]:
    articles: list[Article] = []
    parts: list[Part] = []
    for kind, count in epochs.items():
        begin = len(articles)
        articles += corpora[kind]
        numbers = tuple(range(begin, len(articles)))
        parts.append(Part(numbers, count, single=kind == "sentences"))
    return articles, parts


def run(
    corpora: Corpora, epochs: dict[str, float], model: Reader, kept: Path, *, rates: Rates, seed: int
) -> Reader:
    """One run over the kinds of corpora that `epochs` names."""
    articles, parts = _lay_out(corpora, epochs)
    order = batches(articles, parts, seed=seed)
    plan = {"epochs": epochs, "rates": repr(rates), "seed": seed, "steps": len(order)}
    kept.with_suffix(".json").write_text(json.dumps(plan, indent=1), "utf-8")
    return train(model, articles, order, kept, rates=rates, seed=seed)


TEACHER = {"treebank": 4.0, "names": 2.0}
JOINT = {"polnear": 3.0, "sentences": 0.7, "treebank": 1.2, "names": 0.7, "news": 1.0}
