"""How well mentions are grouped into events: MUC, B-cubed and CEAF-e, and their mean, the CoNLL score."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

__all__ = ["Score", "b_cubed", "ceaf", "conll", "f1", "muc"]

T = TypeVar("T", bound=Hashable)
Groups = Sequence[Collection[T]]
Score = tuple[float, float]
"""Precision and recall."""


def conll(gold: Groups[T], ours: Groups[T]) -> float:
    """The mean F1 of the three; both sides group the same mentions, those alone included."""
    measures: tuple[Callable[[Groups[T], Groups[T]], Score], ...] = (muc, b_cubed, ceaf)
    return sum(f1(measure(gold, ours)) for measure in measures) / len(measures)


def f1(score: Score) -> float:
    """The harmonic mean of precision and recall."""
    precision, recall = score
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Groups[T], ours: Groups[T]) -> Score:
    """Of the links that hold each group together, the share that the other side has; a mention alone has none."""
    return _links(ours, gold), _links(gold, ours)


def _links(groups: Groups[T], others: Groups[T]) -> float:
    home = {mention: number for number, group in enumerate(others) for mention in group}
    held = sum(len(group) - len({home.get(mention, mention) for mention in group}) for group in groups)
    asked = sum(len(group) - 1 for group in groups)
    return held / asked if asked else 0.0


def b_cubed(gold: Groups[T], ours: Groups[T]) -> Score:
    """For each mention the share of its group that belongs there, as a mean over mentions."""
    return _shares(ours, gold), _shares(gold, ours)


def _shares(groups: Groups[T], others: Groups[T]) -> float:
    home = {mention: set(group) for group in others for mention in group}
    shares = [len(home.get(mention, {mention}) & set(group)) / len(set(group)) for group in groups for mention in group]
    return sum(shares) / len(shares) if shares else 0.0


def ceaf(gold: Groups[T], ours: Groups[T]) -> Score:
    """Groups of both sides matched one to one as well as can be, each pair counting 2 |common| / (|one| + |other|)."""
    if not gold or not ours:
        return 0.0, 0.0
    table = np.zeros((len(gold), len(ours)))
    home = {mention: number for number, group in enumerate(ours) for mention in group}
    for row, group in enumerate(gold):
        for column in {home[mention] for mention in group if mention in home}:
            common = len(set(group) & set(ours[column]))
            table[row, column] = 2 * common / (len(group) + len(ours[column]))
    rows, columns = linear_sum_assignment(table, maximize=True)
    total = float(table[rows, columns].sum())
    return total / len(ours), total / len(gold)
