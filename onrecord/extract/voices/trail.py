"""The trail of actors through a report: who was spoken of last, and how much they stood in the light."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Step", "Trail"]

_REACH: Final = 60
_FADE: Final = 0.55
"""What a mention keeps of its weight for each sentence that has passed."""
_SLOW_FADE: Final = 0.7
"""The same for those who speak: a quotation is often taken up again two or three sentences later."""
_OTHER_PARAGRAPH: Final = 0.8
_BRIGHT: Final = 4.0


@dataclass(frozen=True, slots=True)
class Step:
    """Voices mentioned together at a token, with the weight of the place they stood in."""

    token: int
    sentence: int
    weight: float
    voices: tuple[int, ...]
    line: int = 0


class Trail:
    """Mentions in text order, asked backwards."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def add(self, step: Step) -> None:
        """The next mention of the text."""
        self._steps.append(step)

    def back(self) -> Iterator[Step]:
        """The last steps, newest first."""
        yield from reversed(self._steps[-_REACH:])

    def best(self, sentence: int, fits: Callable[[Step], float], *, line: int | None = None) -> Step | None:
        """The step that stands out most, where `fits` gives 0 for those that cannot be meant."""
        found, most = None, 0.0
        for step in self.back():
            fade = _SLOW_FADE if step.weight >= _BRIGHT else _FADE
            if line is not None and step.line != line and step.weight < _BRIGHT:
                fade *= _OTHER_PARAGRAPH
            score = fits(step) * step.weight * fade ** (sentence - step.sentence)
            if score > most:
                found, most = step, score
        return found
