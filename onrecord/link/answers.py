"""What later statements and talks say of a commitment: doubt, denial, confirmation, the opposite, the deed."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from onrecord.link.concepts import actions, concepts, overlap
from onrecord.link.opposites import opposed
from onrecord.link.promises import Bond
from onrecord.link.scene import Scene
from onrecord.model.acts import Act, CommitmentStatus, Stance
from onrecord.model.records import Response, Statement, Step, Talk, TalkMention

__all__ = ["Answer", "Answers", "stance_status"]

STANCE_OF_ACT: Mapping[Act, Stance] = {"deny": "deny", "doubt": "doubt", "confirm": "confirm", "refuse": "refuse"}
ENOUGH = 0.6  # share of the smaller set of concepts; below that two sentences merely belong to one crisis
AT_LEAST = 3  # concepts in common, names of states not counted
T = TypeVar("T")

LONGEST = 120  # days after which an answer needs to name the thing itself, which words cannot tell


@dataclass(frozen=True, slots=True)
class Answer:
    """A response found in another report, the report that has it and its day."""

    report: str
    day: date | None
    response: Response


@dataclass(frozen=True, slots=True)
class _Said:
    statement: Statement
    day: date | None
    about: frozenset[str]
    actions: frozenset[str]


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
    """Statements and talks indexed by their concepts, so that each commitment meets only what can answer it."""

    def __init__(self, scene: Scene, statements: Sequence[Statement], talks: Sequence[Talk]) -> None:
        self._scene = scene
        self._index: dict[str, _Line[_Said]] = defaultdict(_Line)
        self._talks: dict[str, _Line[Talk]] = defaultdict(_Line)
        for statement in statements:
            self._file(statement)
        for talk in talks:
            if talk.status == "held":
                for side in scene.sides(talk.parties):
                    self._talks[side].add(talk.when.start, talk)

    def _file(self, statement: Statement) -> None:
        text = " ".join(span.exact for span in statement.content)
        classes = actions(text)
        if statement.act not in STANCE_OF_ACT and not classes:
            return
        said = _Said(statement, self._scene.day(statement.report), concepts(text), classes)
        for concept in said.about:
            self._index[concept].add(said.day, said)

    def to(self, bond: Bond, reports: frozenset[str], since: date | None) -> list[Answer]:
        """Answers from other reports, made on or after the day of the pledge."""
        lines = sorted((self._index[c].within(since, LONGEST) for c in sorted(bond.about) if c in self._index), key=len)
        # Who shares three of the concepts has one of those that are left without the two commonest.
        rarer = lines[: len(lines) - AT_LEAST + 1]
        by_id = {said.statement.id: said for line in rarer for said in line}
        found: list[Answer] = []
        for key in sorted(by_id):
            said = by_id[key]
            if len(said.about & bond.about) >= AT_LEAST and said.statement.report not in reports:
                found += self._answer(bond, said)
        return found

    def _answer(self, bond: Bond, said: _Said) -> Iterable[Answer]:
        if overlap(bond.about, said.about) < ENOUGH or said.statement.source is None:
            return
        stance = STANCE_OF_ACT.get(said.statement.act)
        apart = bool(bond.actions and said.actions) and not bond.actions & said.actions
        if stance is not None and apart and not opposed(bond.actions, said.actions):
            return  # who rules out a meeting does not turn down the opening of a gate
        asserted = not said.statement.content[0].exact.startswith("to ")  # "to keep on" by itself asserts nothing
        if stance is None and asserted and opposed(bond.actions, said.actions) and not bond.actions & said.actions:
            stance = "contradict"
        if stance is not None:
            response = Response((said.statement.source,), stance, said.statement.content[0])
            yield Answer(said.statement.report, said.day, response)

    def deeds(self, bond: Bond, since: date | None) -> list[tuple[str, Step]]:
        """Talks held after a promise to talk, between all the sides bound by it and addressed in it."""
        sides = bond.by | bond.to
        if bond.lead != "meet" or len(sides) < 2 or since is None:
            return []
        found = []
        line = self._talks.get(min(sides))
        for talk in line.within(since, LONGEST) if line else ():
            if talk.when.start is not None and talk.when.start > since and self._scene.sides(talk.parties) >= sides:
                begins = max(filter(None, (talk.when.start, bond.due.start)))
                held = [mention for mention in talk.mentions if mention.status == "held" and self._by(mention, begins)]
                if not held:
                    continue
                told = min(held, key=lambda mention: self._scene.order(mention.report))
                if not bond.due.known or bond.due.touches(talk.when):
                    found.append((told.report, Step(self._scene.day(told.report), "reported kept", (), told.evidence)))
        return sorted(found, key=lambda row: (row[1].day or date.max, row[0]))[:1]

    def _by(self, mention: TalkMention, begins: date) -> bool:
        """Was the report with this mention published when the talk could have begun?"""
        day = self._scene.day(mention.report)
        return day is None or day >= begins


class _Line(Generic[T]):
    """Things in the order of their days, and those without a day."""

    def __init__(self) -> None:
        self._dated: list[tuple[date, T]] = []
        self._undated: list[T] = []
        self._sorted = True

    def add(self, day: date | None, thing: T) -> None:
        """Put a thing on its day."""
        if day is None:
            self._undated.append(thing)
        else:
            self._dated.append((day, thing))
            self._sorted = False

    def within(self, since: date | None, days: int) -> list[T]:
        """What lies on a day or so many days after it; without a day only what has none."""
        if since is None:
            return self._undated
        if not self._sorted:
            self._dated.sort(key=_day)
            self._sorted = True
        low = bisect_left(self._dated, since, key=_day)
        last = since + min(timedelta(days=days), date.max - since)
        high = bisect_right(self._dated, last, key=_day)
        return [thing for _, thing in self._dated[low:high]]


def _day(row: tuple[date, object]) -> date:
    return row[0]
