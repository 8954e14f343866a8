"""Sources, cues and contents put together into attributions."""

import dataclasses
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.read import chain
from onrecord.read.labels import ROLES
from onrecord.read.scores import Floats, Whole

SOURCE, CUE, CONTENT = range(len(ROLES))
Stretch = tuple[int, int]


@dataclasses.dataclass(slots=True)
class Voiced:
    """One attribution in words: stretches by role, and the probability of its parts."""

    cue: list[Stretch]
    source: list[Stretch] = dataclasses.field(default_factory=list)
    content: list[Stretch] = dataclasses.field(default_factory=list)
    chances: list[float] = dataclasses.field(default_factory=list)

    def moved(self, by: int) -> "Voiced":
        """The same attribution in a text with `by` words more before it."""
        cue, source, content = (
            [(begin + by, end + by) for begin, end in part] for part in (self.cue, self.source, self.content)
        )
        return Voiced(cue, source, content, self.chances)


FAR: Final = 60
"""Words beyond which a content without any cue in its window is left without one."""


def put_together(whole: Whole, stretches: NDArray[np.int64]) -> list[Voiced]:
    """The attributions that the marked stretches make, in the order of their first words.

    Without content there is none.
    """
    chance = _chances(whole, stretches)
    by_role = [stretches[stretches[:, 0] == role][:, 1:] for role in range(len(ROLES))]
    found = [Voiced([(int(a), int(b))], chances=[_mean(chance, a, b)]) for a, b in by_role[CUE]]
    _give_sources(found, whole, by_role, chance)
    _give_contents(found, whole, by_role, chance)
    kept = [one for one in found if one.content]
    for one in kept:
        one.content = _merged(one.content)
        one.source = sorted(one.source)
    return sorted(kept, key=lambda one: min(one.cue + one.source + one.content))


def _chances(whole: Whole, stretches: NDArray[np.int64]) -> Floats:
    """For each word the probability of its role by itself, B- and I- taken together."""
    by_tag = chain.probabilities(whole.attribution)
    roles = np.zeros(len(by_tag), np.int64)
    for role, begin, end in stretches.tolist():
        roles[begin:end] = 1 + 2 * role
    words = np.arange(len(by_tag))
    chance: Floats = np.where(roles > 0, by_tag[words, roles] + by_tag[words, roles + (roles > 0)], by_tag[:, 0])
    return chance


def _mean(chance: Floats, begin: int, end: int) -> float:
    return float(chance[begin:end].mean())


def _candidates(whole: Whole, firsts: NDArray[np.int64], at: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which stretches begin in window `at`, and at which of its words."""
    window = whole.windows[at]
    inside = np.flatnonzero((firsts >= window.begin) & (firsts < window.end))
    return inside, firsts[inside] - window.begin


def _give_sources(found: list[Voiced], whole: Whole, by_role: list[NDArray[np.int64]], chance: Floats) -> None:
    """Each cue picks its source, or none; a source that no cue picks goes to the cue it points at, if that has none."""
    sources, cues = by_role[SOURCE], by_role[CUE]
    picked: set[int] = set()
    for one, first in zip(found, cues[:, 0].tolist(), strict=True):
        at = whole.window_of(first)
        inside, columns = _candidates(whole, sources[:, 0], at)
        row = first - whole.windows[at].begin
        scores = whole.parts[at].source[row, [*columns.tolist(), row]]
        best = int(scores.argmax())
        if best < len(inside):
            number = int(inside[best])
            picked.add(number)
            _add_source(one, sources[number], chance, float(chain.probabilities(scores)[best]))
    for number, (begin, end) in enumerate(sources.tolist()):
        cue, sure = _cue_of(whole, cues[:, 0], begin, end)
        if number not in picked and cue is not None and not found[cue].source:
            _add_source(found[cue], sources[number], chance, sure)


def _add_source(one: Voiced, stretch: NDArray[np.int64], chance: Floats, sure: float) -> None:
    begin, end = stretch.tolist()
    one.source.append((begin, end))
    one.chances.append(_mean(chance, begin, end) * sure)


def _give_contents(found: list[Voiced], whole: Whole, by_role: list[NDArray[np.int64]], chance: Floats) -> None:
    """Each content goes to the cue its words point at; one without a cue in reach stands alone."""
    firsts = by_role[CUE][:, 0]
    for begin, end in by_role[CONTENT].tolist():
        cue, sure = _cue_of(whole, firsts, begin, end)
        if cue is None:
            found.append(Voiced([], content=[(begin, end)], chances=[_mean(chance, begin, end)]))
        else:
            found[cue].content.append((begin, end))
            found[cue].chances.append(_mean(chance, begin, end) * sure)


def _cue_of(whole: Whole, firsts: NDArray[np.int64], begin: int, end: int) -> tuple[int | None, float]:
    """The cue that the words of a stretch point at together, and how surely."""
    at = whole.window_of(begin)
    window = whole.windows[at]
    inside, columns = _candidates(whole, firsts, at)
    if len(inside):
        rows = slice(begin - window.begin, min(end, window.end) - window.begin)
        scores = chain.probabilities(whole.parts[at].cue[rows][:, columns])
        mean = np.log(scores + 1e-9).mean(0)
        best = int(mean.argmax())
        return int(inside[best]), float(np.exp(mean[best]))
    if len(firsts):
        near = int(np.abs(firsts - begin).argmin())
        if abs(int(firsts[near]) - begin) <= FAR:
            return near, 0.5
    return None, 0.0


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    """Stretches in order, those that touch joined."""
    joined: list[Stretch] = []
    for begin, end in sorted(stretches):
        if joined and joined[-1][1] >= begin:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
