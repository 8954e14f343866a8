"""What later statements say of a commitment: doubt, denial, confirmation, the opposite."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.link.concepts import actions, concepts
from onrecord.link.opposites import opposed, undoing
from onrecord.link.promises import Bond
from onrecord.link.scene import Scene
from onrecord.link.subjects import Subjects
from onrecord.model.acts import Act, CommitmentStatus, Stance
from onrecord.model.records import Statement, Step
from onrecord.model.span import Span

__all__ = ["LONGEST", "Answer", "Answers", "sought", "stance_status"]

STANCE_OF_ACT: Mapping[Act, Stance] = {"deny": "deny", "doubt": "doubt", "confirm": "confirm", "refuse": "refuse"}
LONGEST = 120  # days after which an answer needs to name the thing itself, which words cannot tell
_ANY = ""  # what a stance is filed under, beside the classes of action


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that can answer promises: who makes it, what it is about, and its stance if its act has one."""

    id: str
    report: str
    day: date | None
    source: str
    sides: frozenset[str]
    stance: Stance | None
    words: Span
    about: frozenset[str]
    actions: frozenset[str]

    @property
    def tags(self) -> Collection[str]:
        """What it is filed under: a stance can be on any promise, plain words can undo one."""
        return self.actions if self.stance is None else (_ANY,)

    def to(self, bond: Bond) -> Step | None:
        """What it does to a promise that is about the same; None where it leaves it as it is."""
        stance = self._stance(bond)
        if stance is None:
            return None
        return Step(self.day, stance_status(stance, own=bool(self.sides & bond.by)), (self.source,), self.words)

    def _stance(self, bond: Bond) -> Stance | None:
        if not (bond.actions and self.actions) or bond.actions & self.actions:
            return self.stance
        if not opposed(bond.actions, self.actions):
            return None  # who rules out a meeting does not turn down the opening of a gate
        return self.stance or "contradict"


def sought(bond: Bond) -> frozenset[str]:
    """The tags under which the answers to a promise are filed."""
    return undoing(bond.actions) | {_ANY}


def stance_status(stance: Stance, *, own: bool) -> CommitmentStatus:
    """The status that a stance brings about; a denial by the bound side itself is `denied`, by another `disputed`."""
    if stance == "deny":
        return "denied" if own else "disputed"
    table: Mapping[Stance, CommitmentStatus] = {
        "accept": "confirmed", "confirm": "confirmed", "doubt": "doubted", "contradict": "contradicted",
        "refuse": "refused", "keep": "reported kept", "break": "reported broken",
    }  # fmt: skip
    return table[stance]


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
        met = self._filed.alike(bond.told, LONGEST, sought(bond), bond.about)
        return [step for one in met if one.report not in reports and (step := one.to(bond)) is not None]


def _said(scene: Scene, report: str, statements: Mapping[str, Sequence[Statement]]) -> dict[str, Answer]:
    """The statements of a report that can answer something, by id."""
    if report not in scene.readings:
        return {}
    found = (_answer(scene, statement) for statement in statements.get(report, ()))
    return {one.id: one for one in found if one is not None}


def _answer(scene: Scene, statement: Statement) -> Answer | None:
    stance = STANCE_OF_ACT.get(statement.act)
    text = " ".join(span.exact for span in statement.content)
    classes = actions(text)
    # "to keep on" by itself asserts nothing, and what undoes nothing is no answer
    silent = stance is None and (text.startswith("to ") or not undoing(classes))
    if statement.source is None or silent:
        return None
    return Answer(
        statement.id,
        statement.report,
        scene.day(statement.report),
        statement.source,
        scene.sides((statement.source,)),
        stance,
        statement.content[0],
        concepts(text),
        classes,
    )
