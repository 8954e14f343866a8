"""What later statements say of a commitment: doubt, denial, the opposite, the deed done or left undone."""

from collections.abc import Collection, Mapping, Sequence

from onrecord.link.answer import Answer, answer_in, sought
from onrecord.link.promises import Bond
from onrecord.link.scene import Scene
from onrecord.link.subjects import Subjects
from onrecord.model.records import Statement, Step

__all__ = ["LONGEST", "Answers"]

LONGEST = 120  # days after which an answer needs to name the thing itself, which words cannot tell


class Answers:
    """The statements that can answer a promise, filed so that each promise meets only those that can be about it."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, Answer]] = {}
        self._filed: Subjects[Answer] = Subjects()

    def renew(
        self, scene: Scene, reports: Collection[str], statements: Mapping[str, Sequence[Statement]]
    ) -> list[Answer]:
        """Take what these reports say now; gives what is said no more, and what is said anew or otherwise."""
        changed: list[Answer] = []
        for report in sorted(reports):
            before, now = self._said.pop(report, {}), _said(scene, report, statements)
            gone = [one for key, one in before.items() if now.get(key) != one]
            made = [one for key, one in now.items() if before.get(key) != one]
            for one in gone:
                self._filed.drop(one.id, one.day, one.tags, one.about)
            for one in made:
                self._filed.add(one.id, one.day, one.tags, one.about, one)
            if now:
                self._said[report] = now
            changed += gone + made
        return changed

    def to(self, bond: Bond, reports: Collection[str]) -> list[Step]:
        """What reports other than its own say of a promise, on the day of the pledge or later."""
        met = self._filed.alike(bond.told, LONGEST, sought(bond), bond.matter)
        return [step for one in met if one.report not in reports and (step := one.to(bond)) is not None]


def _said(scene: Scene, report: str, statements: Mapping[str, Sequence[Statement]]) -> dict[str, Answer]:
    """The statements of a report that can answer something, by id."""
    reading = scene.readings.get(report)
    if reading is None:
        return {}
    pairs = zip(reading.statements, statements.get(report, ()), strict=True)
    answers = (answer_in(scene, reading, found, statement) for found, statement in pairs)
    return {one.id: one for one in answers if one is not None}
