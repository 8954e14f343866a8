"""One statement as an answer to promises: what it does to one that is about the same."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.link.concepts import actions, objects
from onrecord.link.opposites import opposed, undoing
from onrecord.link.promises import Bond
from onrecord.link.scene import Scene
from onrecord.link.turns import How, Turn, turn_of
from onrecord.link.within import counts_in, last_day_in, names_of
from onrecord.model.acts import Act, CommitmentStatus, Stance
from onrecord.model.reading import FoundStatement, Reading
from onrecord.model.records import Statement, Step
from onrecord.model.span import Span

__all__ = ["Answer", "answer_in", "sought", "stance_status"]

STANCE_OF_ACT: Mapping[Act, Stance] = {"deny": "deny", "doubt": "doubt", "confirm": "confirm", "refuse": "refuse"}
STANCE_OF_TURN: Mapping[How, Stance] = {"not promised": "deny", "doubted": "doubt", "refused": "refuse"}
ENDED: Mapping[How, CommitmentStatus] = {"put off": "postponed", "called off": "withdrawn"}
_ANY = ""  # what a stance is filed under, beside the classes of action


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that can answer promises: who makes it, what it is about, and its stance if it takes one.

    `doers` are the sides that do what it tells, `turn` is how that went, `counts` are its numbers of things and `last`
    is the last day in it.
    """

    id: str
    report: str
    day: date | None
    source: str
    sides: frozenset[str]
    stance: Stance | None
    words: Span
    about: frozenset[str]
    actions: frozenset[str]
    doers: frozenset[str] = frozenset()
    turn: Turn | None = None
    counts: frozenset[float] = frozenset()
    last: date | None = None

    @property
    def tags(self) -> Collection[str]:
        """What it is filed under: a stance can be on any promise, other words tell of those of some classes."""
        if self.stance is not None:
            return (_ANY,)
        return undoing(self.actions) | (frozenset() if self.turn is None else self.turn.deed)

    def to(self, bond: Bond) -> Step | None:
        """What it does to a promise that is about the same; None where it leaves it as it is."""
        status = None if self._of_others(bond) else self._status(bond)
        return None if status is None else Step(self.day, status, (self.source,), self.words)

    def _of_others(self, bond: Bond) -> bool:
        """Does it tell what others do than those who are bound?"""
        bound = bond.by | bond.to if bond.lead == "meet" else bond.by
        return bool(self.doers) and not self.doers & bound

    def _status(self, bond: Bond) -> CommitmentStatus | None:
        turn = self.turn
        if turn is not None and bond.lead in turn.deed and bond.lead != "meet" and not bond.omits:
            if turn.how == "done" and self.stance in (None, "confirm"):
                return self._done(bond)
            if turn.how in ("undone", "failed"):
                return self._undone(bond, failed=turn.how == "failed")
            if self.stance is None:
                return self._ended(turn.how, bond)
        stance = self._stance(bond)
        return None if stance is None else stance_status(stance, own=bool(self.sides & bond.by))

    def _stance(self, bond: Bond) -> Stance | None:
        if not (bond.actions and self.actions) or bond.actions & self.actions:
            return self.stance
        if not opposed(bond.actions, self.actions):
            return None  # who rules out a meeting does not turn down the opening of a gate
        return self.stance or (None if bond.omits else "contradict")

    def _done(self, bond: Bond) -> CommitmentStatus | None:
        """Kept, where those who are bound did all of it, and after they promised it."""
        later = bond.told is not None and self.day is not None and bond.told < self.day
        before = self.last is not None and bond.told is not None and self.last <= bond.told
        whose = self.doers or self.sides
        return "reported kept" if later and not before and whose & bond.by and self.counts <= bond.counts else None

    def _undone(self, bond: Bond, *, failed: bool) -> CommitmentStatus | None:
        """Broken, where its days are over; that it was not done before they are says nothing."""
        last = bond.due.end or bond.due.start
        over = last is not None and self.day is not None and last < self.day
        return "reported broken" if over or (failed and last is None) else None

    def _ended(self, how: How, bond: Bond) -> CommitmentStatus | None:
        if how == "not to be":
            return "contradicted"
        return ENDED.get(how) if (self.doers or self.sides) & bond.by else None


def sought(bond: Bond) -> frozenset[str]:
    """The tags under which the answers to a promise are filed."""
    return bond.actions | {_ANY}


def stance_status(stance: Stance, *, own: bool) -> CommitmentStatus:
    """The status that a stance brings about; a denial by the bound side itself is `denied`, by another `disputed`."""
    if stance == "deny":
        return "denied" if own else "disputed"
    table: Mapping[Stance, CommitmentStatus] = {
        "accept": "confirmed", "confirm": "confirmed", "doubt": "doubted", "contradict": "contradicted",
        "refuse": "refused", "keep": "reported kept", "break": "reported broken",
    }  # fmt: skip
    return table[stance]


def answer_in(scene: Scene, reading: Reading, found: FoundStatement, statement: Statement) -> Answer | None:
    """A statement as an answer; None where it can answer nothing."""
    text, timeless = _text(reading, found)
    classes, sense = actions(text), found.sense
    turn = None if sense is None else turn_of(sense, text)
    stance = STANCE_OF_ACT.get(statement.act) or (None if turn is None else STANCE_OF_TURN.get(turn.how))
    if statement.source is None or (stance is None and turn is None and not undoing(classes)):
        return None
    if stance is None and text.startswith("to "):
        return None  # "to keep on" by itself asserts nothing
    doubted = turn is not None and turn.how == "doubted"  # then the doer of its deed is who doubts
    doers = () if sense is None or doubted else scene.actors_of(reading.report, sense.by)
    return Answer(
        id=statement.id,
        report=statement.report,
        day=scene.day(statement.report),
        source=statement.source,
        sides=scene.sides((statement.source,)),
        stance=stance,
        words=statement.content[0],
        about=objects(timeless) - names_of(scene, (statement.source, *doers)),
        actions=classes,
        doers=scene.sides(doers),
        turn=turn,
        counts=counts_in(reading, found.content),
        last=last_day_in(scene, reading, found.content),
    )


def _text(reading: Reading, found: FoundStatement) -> tuple[str, str]:
    """The words of a statement, and these without those for days, which say nothing of what it is about."""
    text = " ".join(span.exact for span in found.content)
    days = (time.span.exact for time in reading.times if any(span.overlaps(time.span) for span in found.content))
    timeless = text
    for day in days:
        timeless = timeless.replace(day, " ")
    return text, timeless
