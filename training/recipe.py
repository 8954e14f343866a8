"""The recipe: four runs, the first two of which label for the next what they have learned.

1. A teacher learns syntax and word classes from treebanks, and names.
2. It labels PolNeAR and unlabelled news; a joint model learns every head on all of it.
3. The joint model labels the news and the treebanks with attributions and names; the student, which goes on from it, is
   asked every head on every kind of text.
4. The last run goes on from the student, mostly on attributions: whole articles, and paragraphs by themselves.
   What ships is the mean of the student and of that run on its way and at its end.

`docs/decisions/reader-recipe.md` tells why, and what each step gave.
"""

import dataclasses
import json
import random
from pathlib import Path
from typing import Final

import torch

from training.article import Article
from training.encoder import pretrained
from training.heads import Reader, Sizes
from training.label import label
from training.prepare import Corpora, inventories
from training.schedule import Part, batches
from training.train import Rates, train


@dataclasses.dataclass(frozen=True, slots=True)
class Stage:
    """One run: how often each kind of corpus is read, and the seed of its order.

    After the share `copied` of its steps a copy of its checkpoint is left.
    """

    name: str
    epochs: dict[str, float]
    seed: int
    rates: Rates = dataclasses.field(default_factory=Rates)
    copied: float | None = None


TEACHER: Final = Stage("teacher", {"treebank": 4.0, "names": 2.0}, 1)
JOINT: Final = Stage("joint", {"polnear": 1.5, "sentences": 0.4, "treebank": 0.6, "names": 0.4, "news": 0.5}, 2)
STUDENT: Final = Stage("student", {"polnear": 6.0, "sentences": 1.3, "treebank": 3.0, "names": 1.3, "news": 1.5}, 3)
LAST: Final = Stage(
    "last",
    {"polnear": 6.0, "sentences": 6.0, "treebank": 1.5, "names": 1.2, "news": 0.72},
    11,
    Rates(encoder=1.5e-4, heads=8e-4, chain=2e-3, warm=0.03, floor=0.0, average=0.998, masked=0.06),
    0.61,
)
MEAN: Final = (0.25, 0.45, 0.30)
"""Weights of the student, of the last run's copy and of its end in what ships."""
NEWS: Final = 520
"""Articles of unlabelled news that are labelled and learned from."""


def run(corpora: Corpora, runs: Path, *, depth: int) -> Reader:
    """All four runs, each taken up again where it stopped; the last one's averaged weights."""
    random.Random(1).shuffle(corpora["news"])
    corpora["news"] = corpora["news"][:NEWS]
    teacher = _stage(TEACHER, corpora, fresh(runs, depth), runs)
    for kind in ("polnear", "news"):
        label(corpora[kind], teacher, frozenset({"syntax", "name"}))
    joint = _stage(JOINT, corpora, teacher, runs)
    for kind in ("news", "treebank"):
        label(corpora[kind], joint, frozenset({"name", "voices"}))
    student = _stage(STUDENT, corpora, joint, runs)
    last = _stage(LAST, corpora, student, runs)
    return mean([kept_model(runs / "student.pt"), kept_model(runs / "last-copy.pt"), last], MEAN)


def mean(models: list[Reader], weights: tuple[float, ...]) -> Reader:
    """The weighted mean of models that stem from one: a little better than each of them."""
    states = [model.cpu().state_dict() for model in models]
    result = models[-1]
    result.load_state_dict(
        {
            name: sum((part * state[name] for part, state in zip(weights, states, strict=True)), torch.zeros(()))
            if value.is_floating_point()
            else value
            for name, value in states[-1].items()
        }
    )
    return result.eval()


def fresh(runs: Path, depth: int) -> Reader:
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


def _stage(stage: Stage, corpora: Corpora, model: Reader, runs: Path) -> Reader:
    articles, parts = lay_out(corpora, stage.epochs)
    order = batches(articles, parts, seed=stage.seed)
    plan = {"epochs": stage.epochs, "rates": dataclasses.asdict(stage.rates), "seed": stage.seed, "steps": len(order)}
    (runs / f"{stage.name}.json").write_text(json.dumps(plan, indent=1), "utf-8")
    copied = None if stage.copied is None else round(stage.copied * len(order))
    return train(model, articles, order, runs / f"{stage.name}.pt", rates=stage.rates, seed=stage.seed, copied=copied)


def lay_out(corpora: Corpora, epochs: dict[str, float]) -> tuple[list[Article], list[Part]]:
    """The articles of the kinds that are read, and which of them are which."""
    articles: list[Article] = []
    parts: list[Part] = []
    for kind, count in epochs.items():
        begin = len(articles)
        articles += corpora[kind]
        parts.append(Part(tuple(range(begin, len(articles))), count, alone=kind == "sentences"))
    return articles, parts
