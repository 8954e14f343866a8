"""Reliability letters that users give to outlets: rows among the judgements, the latest for an outlet counts."""

from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.model.records import Judgement
from onrecord.text.ids import content_id
from onrecord.text.stem import fold

__all__ = ["LETTERS", "grade", "grades"]

LETTERS: Final[Mapping[str, str]] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
_ABOUT, _DECISION = "outlet:", "reliability "


def grade(outlet: str, letter: str, *, by: str, at: str, note: str | None = None) -> Judgement:
    """The judgement by which somebody gives an outlet a letter at a time (ISO 8601)."""
    about, decision = f"{_ABOUT}{fold(outlet)}", f"{_DECISION}{letter}"
    ident = content_id("j", {"about": about, "decision": decision, "by": by, "at": at})
    return Judgement(ident, about, decision, by, at, note)


def grades(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The latest letter of each graded outlet, by the outlet's folded name."""
    found = [j for j in judgements if j.about.startswith(_ABOUT) and j.decision.startswith(_DECISION)]
    return {j.about.removeprefix(_ABOUT): j for j in sorted(found, key=lambda j: (j.at, j.id))}
