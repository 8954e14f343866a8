"""One talk over many reports: the same parties, the same days, a form and a place that do not contradict each other."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from onrecord.link.files import Place as Order
from onrecord.link.holders import Holders
from onrecord.link.joining import Group, Joining, Rule
from onrecord.link.named import Named
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.talk_features import SLIP, Occasion, compare
from onrecord.link.verdict import Verdict
from onrecord.link.whereabouts import Whereabouts, whereabouts
from onrecord.model.acts import TalkStatus
from onrecord.model.period import Period
from onrecord.model.place import Place
from onrecord.model.reading import FoundTalk
from onrecord.model.records import Talk, TalkMention
from onrecord.text.ids import content_id

__all__ = ["Talks", "link_talks"]

_ENOUGH = 4.0
_A_WEEK = 7
_NEAREST = 40  # occasions of one pair of sides compared with each other are neighbours in time, not all with all


@dataclass(frozen=True, slots=True)
class _Told:
    """One report's mention of a talk, the how manieth there, beside what it says of the occasion.

    `meant` says who the parties are that it names by their office alone, `stands_for` the sides, other than persons,
    that persons among them speak for, and `spot` is where it was held.
    """

    report: str
    number: int
    place: Order
    found: FoundTalk
    parties: tuple[str, ...]
    meant: tuple[str, ...]
    occasion: Occasion
    stands_for: frozenset[str]
    spot: Place | None


def link_talks(scene: Scene) -> tuple[Talk, ...]:
    """Talks told by the reports that count, each once, sorted by id."""
    talks = Talks()
    talks.renew(scene, scene.readings, scene.actors)
    return tuple(talks.records[key] for key in sorted(talks.records))


class Talks:
    """The talks that reports tell, by id; when some reports change, only those that these can touch are made anew."""

    def __init__(self) -> None:
        self._holders = Holders()
        self._joining: Joining[_Told] | None = None
        self._named = Named[Talk]()
        self.records = self._named.records

    def renew(self, scene: Scene, reports: Collection[str], actors: Collection[str]) -> Renewed[Talk]:
        """Look again at some reports; `actors` are those that are new, gone or different: they may hold an office."""
        if self._joining is None:
            self._joining = Joining(Rule(_compare, _blocks, _face, _ENOUGH, _NEAREST, _in_time), scene.decided.talks)
        again = self._holders.renew(scene, reports, actors).union(reports)
        place = whereabouts(scene)
        rows = [
            _told(scene, report, number, self._holders, place)
            for report in again & scene.readings.keys()
            for number in range(len(scene.readings[report].talks))
        ]
        changed = self._joining.renew(again, rows)
        return self._named.renew(
            (group.key for group in changed.gone), ((group.key, _talk(group)) for group in changed.made)
        )


def _told(scene: Scene, report: str, number: int, holders: Holders, place: Whereabouts) -> _Told:
    """A mention with its parties; who is named by an office alone is the person that held it then, where one did."""
    reading = scene.readings[report]
    found = reading.talks[number]
    named: dict[str, None] = {}
    meant: list[str] = []
    for voice in found.parties:
        person = holders.ask(scene, report, voice)
        if person is not None:
            meant.append(f"{reading.voices[voice].name}: {scene.actors[person].name}, who is called so by most reports")
        named[person or scene.home[report, voice]] = None
    parties = tuple(named)
    occasion = _occasion(scene, report, found, parties)
    stands_for = frozenset(side for side, _ in occasion.people if scene.actors[side].kind != "person")
    order = (*scene.order(report), found.evidence.start, found.evidence.end, number)
    spot = place(report, found.where)
    return _Told(report, number, order, found, parties, tuple(meant), occasion, stands_for, spot)


def _compare(one: _Told, other: _Told) -> Verdict:
    return compare(one.occasion, other.occasion)


def _blocks(row: _Told) -> list[tuple[str, str]]:
    sides = sorted(row.occasion.sides)
    return list(combinations(sides, 2)) or [(side, "") for side in sides]


def _in_time(row: _Told) -> Order:
    return (row.occasion.when.start or row.occasion.told or date.max, *row.place)


def _face(row: _Told) -> Occasion:
    """All of an occasion that can forbid a joining with one of another report."""
    told = None if row.occasion.when.known else row.occasion.told
    return replace(row.occasion, report="", where=None, told=told, minutes=None)


def _occasion(scene: Scene, report: str, found: FoundTalk, parties: tuple[str, ...]) -> Occasion:
    day = scene.day(report)
    people = {scene.side(actor): actor for actor in reversed(parties) if scene.actors[actor].kind == "person"}
    when = _still_ahead(found.status, scene.period(report, found.when), day)
    sides = scene.sides(parties)
    return Occasion(
        sides,
        tuple(sorted(people.items())),
        when,
        day,
        found.format,
        found.where,
        _status_by(found.status, when, day),
        report,
        frozenset(side for side in sides if scene.actors[side].kind == "organisation"),
        found.minutes,
    )


def _status_by(status: TalkStatus, when: Period, told: date | None) -> TalkStatus:
    """A report cannot tell that a talk was held whose day is still to come: then it is planned."""
    ahead = when.start is not None and told is not None and when.start > told + SLIP
    return "planned" if status == "held" and ahead else status


def _still_ahead(status: TalkStatus, when: Period, told: date | None) -> Period:
    """A month or a year that is over is no time for what is planned or offered: it dates something else."""
    over = when.end is not None and told is not None and when.end + SLIP < told
    wide = when.start is None or when.end is None or (when.end - when.start).days > _A_WEEK
    return Period() if status in {"planned", "proposed"} and over and wide else when


def _id(first: _Told) -> str:
    evidence = [first.found.evidence.start, first.found.evidence.end]
    return content_id("t", {"report": first.report, "evidence": evidence, "parties": sorted(first.occasion.sides)})


def _talk(group: Group[_Told]) -> Talk:
    rows = group.rows
    parties = tuple(dict.fromkeys(actor for row in rows for actor in row.parties))
    if len({side for row in rows for side, _ in row.occasion.people}) > 1:
        spoken_for = frozenset().union(*(row.stands_for for row in rows))
        parties = tuple(actor for actor in parties if actor not in spoken_for)
    meant = dict.fromkeys(why for row in rows for why in row.meant)
    return Talk(
        id=_id(rows[0]),
        parties=parties,
        when=_when(rows),
        where=next((row.found.where for row in rows if row.found.where), None),
        format=_format([row.found.format for row in rows if row.found.format is not None]),
        minutes=next((row.found.minutes for row in rows if row.found.minutes), None),
        status=_status(rows),
        mentions=tuple(TalkMention(row.report, row.found.evidence, row.occasion.status, row.found.why) for row in rows),
        why=(*group.decided, *group.why, *meant),
        place=_place([row.spot for row in rows]),
    )


def _format(told: Sequence[str]) -> str | None:
    """The most telling form: that leaders of a league met by video link is told by one, that they met by all."""
    telling = [form for form in told if form not in ("conversation", "meeting")]
    return next(iter([*telling, *(form for form in told if form != "conversation"), *told]), None)


def _place(found: Sequence[Place | None]) -> Place | None:
    """The first city that the reports name, else the first region or country."""
    known = [place for place in found if place is not None]
    return next((place for place in known if place.kind == "city"), known[0] if known else None)


def _when(rows: Sequence[_Told]) -> Period:
    """The narrowest period any report gives; a talk that was held is dated by those that tell it as held.

    Of several days the one that most reports name, and then the one that some report gives by its date.
    """
    held = [row for row in rows if row.occasion.status == "held" and row.occasion.when.known]
    known = held or [row for row in rows if row.occasion.when.known]
    if not known:
        return Period()

    told = Counter(when for _, when in {(row.report, row.occasion.when) for row in rows})

    def better(row: _Told) -> tuple[int, int, bool]:
        when = row.occasion.when
        width = (when.end - when.start).days if when.start and when.end else 10_000
        dated = row.found.when is not None and row.found.when.value.startswith("date:")
        return (-width, told[when], dated)

    return max(known, key=better).occasion.when


def _status(rows: Sequence[_Told]) -> TalkStatus:
    """A talk once held is held; else the latest report's word counts, and of one day the furthest step."""
    if any(row.occasion.status == "held" for row in rows):
        return "held"
    rank: tuple[TalkStatus, ...] = ("proposed", "planned", "refused", "cancelled", "under way")
    latest = max(row.occasion.told or date.max for row in rows)
    last = [row.occasion.status for row in rows if (row.occasion.told or date.max) == latest]
    return max(last, key=rank.index)
