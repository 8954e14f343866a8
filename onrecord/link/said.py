"""A statement as it is compared with others: its words, names, deeds, doers, numbers and days."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from sys import intern
from typing import Final, NamedTuple, cast

from onrecord.link.concepts import concepts
from onrecord.link.deeds import Deed, deeds_of
from onrecord.link.names import calling
from onrecord.link.scene import Scene
from onrecord.model import kinds
from onrecord.model.acts import Act
from onrecord.model.period import Period
from onrecord.model.reading import FoundFigure, FoundStatement, Reading
from onrecord.model.records import Statement

__all__ = ["Calling", "Packed", "Said", "packed", "said_by", "said_in", "unpacked"]

_CAPITAL: Final = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]*")
_CALENDAR: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "i"}
)  # fmt: skip
_IF: Final = re.compile(r"\b(?:if|unless|whether|provided that)\b", re.IGNORECASE)
_LEAVING_OPEN: Final = frozenset[Act]({"demand", "appeal", "offer", "threaten", "warn", "doubt"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says, taken apart once.

    `words` are all its concepts, `names` those of names in it, `own` those in the names of who speaks and acts. `doers`
    are the sides that act, `people` the persons among those who do, `doing` the concepts of whoever or whatever acts,
    `thing` of what it is done to. `sign` is -1 where the source says that it is not so; `open` where it says neither,
    or only asks or threatens; `ahead` where it is still to come.
    """

    statement: Statement
    day: date | None
    words: frozenset[str]
    names: frozenset[str]
    deeds: tuple[Deed, ...]
    doers: frozenset[str]
    people: frozenset[str]
    own: frozenset[str]
    doing: frozenset[str]
    thing: frozenset[str]
    counts: tuple[FoundFigure, ...]
    days: tuple[Period, ...]
    sign: int
    open: bool
    ahead: bool
    meaning: str | None

    @property
    def text(self) -> str:
        """The words of the content, its pieces one after the other."""
        return " ".join(span.exact for span in self.statement.content)


Words = tuple[str, ...]


class Packed(NamedTuple):
    """A `Said` without its statement, its sets as sorted tuples: a quarter of the memory, where a million are held."""

    day: date | None
    words: Words
    names: Words
    deeds: tuple[Deed, ...]
    doers: Words
    people: Words
    own: Words
    doing: Words
    thing: Words
    counts: tuple[FoundFigure, ...]
    days: tuple[Period, ...]
    sign: int
    open: bool
    ahead: bool
    meaning: str | None


def packed(said: Said) -> Packed:
    """What is held of a statement between two comparisons."""
    return Packed(
        said.day,
        _row(said.words),
        _row(said.names),
        said.deeds,
        _row(said.doers),
        _row(said.people),
        _row(said.own),
        _row(said.doing),
        _row(said.thing),
        said.counts,
        said.days,
        said.sign,
        said.open,
        said.ahead,
        said.meaning,
    )


def unpacked(held: Packed, statement: Statement) -> Said:
    """The statement as it is compared."""
    return Said(
        statement,
        held.day,
        frozenset(held.words),
        frozenset(held.names),
        held.deeds,
        frozenset(held.doers),
        frozenset(held.people),
        frozenset(held.own),
        frozenset(held.doing),
        frozenset(held.thing),
        held.counts,
        held.days,
        held.sign,
        held.open,
        held.ahead,
        held.meaning,
    )


def _row(words: Iterable[str]) -> Words:
    return tuple(sorted(map(intern, words)))


def said_in(scene: Scene, statements: Sequence[Statement]) -> list[Said]:
    """The statements of a scene, in their order, ready to be compared."""
    calling, records = Calling(scene), iter(statements)
    return [
        one
        for reading in scene.in_order()
        for one in said_by(scene, calling, reading, [next(records) for _ in reading.statements])
    ]


def said_by(scene: Scene, calling: "Calling", reading: Reading, statements: Sequence[Statement]) -> list[Said]:
    """The statements of one report, whose records are given, ready to be compared."""
    return [_said(scene, calling, reading, *pair) for pair in zip(reading.statements, statements, strict=True)]


class Calling:
    """The concepts in the names of actors, each worked out once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[str, frozenset[str]] = {}

    def of(self, actors: frozenset[str]) -> frozenset[str]:
        """The concepts in the names of these actors."""
        return frozenset().union(*(self._one(actor) for actor in actors))

    def _one(self, key: str) -> frozenset[str]:
        if key not in self._known:
            self._known[key] = calling(self._scene.actors[key])
        return self._known[key]


def _said(scene: Scene, calling: Calling, reading: Reading, found: FoundStatement, record: Statement) -> Said:
    text = " ".join(span.exact for span in found.content)
    sense = found.sense
    acting = () if sense is None else scene.actors_of(reading.report, sense.by)
    doers, sides = frozenset(acting), scene.sides(acting)
    speaking = frozenset() if record.source is None else frozenset({record.source, scene.side(record.source)})
    deeds = () if sense is None else deeds_of(sense)
    standing = sense.standing if sense is not None else "denied" if found.act in ("deny", "refuse") else "asserted"
    doing = _concepts_of("" if sense is None else sense.doer)
    thing = _concepts_of("" if sense is None else sense.done_to)
    return Said(
        statement=record,
        day=scene.day(reading.report),
        words=concepts(text),
        names=_names(text),
        deeds=deeds,
        doers=sides,
        people=frozenset(actor for actor in acting if scene.actors[actor].kind == "person"),
        own=calling.of(doers | sides | speaking),
        doing=doing,
        thing=thing,
        counts=tuple(_inside(reading, found)),
        days=tuple(_days(scene, reading, found)),
        sign=deeds[0][1] if deeds else -1 if standing == "denied" else 1,
        open=standing == "uncertain" or found.act in _LEAVING_OPEN or bool(_IF.search(text)),
        ahead=sense is not None and sense.tense in ("future", "would", "infinitive", "should", "could"),
        meaning=None if sense is None else sense.meaning,
    )


def _concepts_of(phrase: str) -> frozenset[str]:
    return frozenset(word for word in concepts(phrase) if not word[0].isdigit())


def _inside(reading: Reading, found: FoundStatement) -> Iterator[FoundFigure]:
    for figure in reading.figures:
        if any(span.start < figure.evidence.end and figure.evidence.start < span.end for span in found.content):
            yield figure


def _days(scene: Scene, reading: Reading, found: FoundStatement) -> Iterator[Period]:
    for time in reading.times:
        if any(span.start <= time.span.start and time.span.end <= span.end for span in found.content):
            period = scene.period(reading.report, time)
            if period.known:
                yield period


@lru_cache(maxsize=65536)
def _names(text: str) -> frozenset[str]:
    """The concepts of words with capitals; the first word has one anyway, and days are no names.

    A capital that speaks for a state is that state.
    """
    words = [found.group() for found in _CAPITAL.finditer(text) if found.start() > 1]
    kept = " ".join(word for word in words if word.lower() not in _CALENDAR)
    first = text.lstrip("“\"'‘ ").split(" ", 1)[0]
    states = frozenset(_states().values())
    found = concepts(kept) | (concepts(first) & states if first else frozenset())
    return frozenset(_states().get(name, name) for name in found if not name[0].isdigit())


@cache
def _states() -> Mapping[str, str]:
    """The concept of each state, and of each capital that is one word, with the state's."""
    table: dict[str, str] = {}
    for state in cast(Sequence[Mapping[str, object]], kinds.load("states")["states"]):
        (name,) = concepts(str(state["name"])) if len(concepts(str(state["name"]))) == 1 else (None,)
        if name is None:
            continue
        table[name] = name
        for capital in cast(Sequence[str], state.get("capital", [])):
            if len(words := concepts(capital)) == 1:
                table.setdefault(next(iter(words)), name)
    return table
