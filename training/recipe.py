"""The recipe: six runs, some of which label for the next what they have learned.

1. A teacher learns syntax and word classes from treebanks, and names.
2. It labels PolNeAR and unlabelled news; a joint model learns every head on all of it.
3. The joint model labels the news and the treebanks with attributions and names; the student, which goes on from it, is
   asked every head on every kind of text.
4. The third goes on from the student, mostly on attributions: whole articles, and paragraphs by themselves. The mean of
   the student and of that run on its way and at its end is the last teacher: it labels many more articles of news.
5. The fourth goes on from the student too, and is asked of the news both whole and paragraph by paragraph, with labels
   that the teacher found with the whole article before it. The last goes on from there in another order.
   What ships is the mean of these two.

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
from training.label import apart, label
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
THIRD: Final = Stage(
    "third",
    {"polnear": 6.0, "sentences": 6.0, "treebank": 1.5, "names": 1.2, "news": 0.72},
    11,
    Rates(encoder=1.5e-4, heads=8e-4, chain=2e-3, warm=0.03, floor=0.0, average=0.998, masked=0.06),
    0.61,
)
FOURTH: Final = Stage(
    "fourth",
    {"polnear": 2.5, "sentences": 3.0, "treebank": 0.8, "names": 0.6, "more": 0.7, "apart": 1.0},
    47,
    Rates(encoder=1.5e-4, heads=8e-4, chain=2e-3, warm=0.03, floor=0.0, average=0.998, masked=0.08),
)
LAST: Final = Stage(
    "last",
    {"polnear": 1.6, "sentences": 2.2, "treebank": 0.4, "names": 0.3, "more": 0.3, "apart": 0.5},
    48,
    Rates(encoder=1.2e-4, heads=6e-4, chain=2e-3, warm=0.03, floor=0.0, average=0.998, masked=0.10),
)
TEACHING: Final = (0.25, 0.45, 0.30)
"""Weights of the student, of the third run's copy and of its end in the last teacher."""
SHIPPED: Final = (0.6, 0.4)
"""Weights of the fourth run and of the last in what ships."""
NEWS: Final = 520
"""Articles of unlabelled news that are labelled and learned from at first."""
MORE: Final = 2_300
"""Articles of unlabelled news that the last teacher labels."""
ALONE: Final = frozenset({"sentences", "apart"})
"""Kinds that are read in paragraphs and sentences without what stands around them."""


def run(corpora: Corpora, runs: Path, *, depth: int) -> Reader:
    """All six runs, each taken up again where it stopped; the mean of the last two."""
    for kind, count in (("news", NEWS), ("more", MORE)):
        random.Random(1).shuffle(corpora[kind])
        corpora[kind] = corpora[kind][:count]
    teacher = _stage(TEACHER, corpora, fresh(runs, depth), runs)
    for kind in ("polnear", "news"):
        label(corpora[kind], teacher, frozenset({"syntax", "name"}))
    joint = _stage(JOINT, corpora, teacher, runs)
    for kind in ("news", "treebank"):
        label(corpora[kind], joint, frozenset({"name", "voices"}))
    _stage(STUDENT, corpora, joint, runs)
    third = _stage(THIRD, corpora, kept_model(runs / "student.pt"), runs)
    last_teacher = mean([kept_model(runs / "student.pt"), kept_model(runs / "third-copy.pt"), third], TEACHING)
    label(corpora["more"], last_teacher, frozenset({"syntax", "name", "voices"}))
    corpora["apart"] = [apart(article) for article in corpora["more"]]
    fourth = _stage(FOURTH, corpora, kept_model(runs / "student.pt"), runs)
    last = _stage(LAST, corpora, kept_model(runs / "fourth.pt"), runs)
    return mean([fourth, last], SHIPPED)


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
        parts.append(Part(tuple(range(begin, len(articles))), count, alone=kind in ALONE))
    return articles, parts
