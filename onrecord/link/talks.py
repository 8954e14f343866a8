"""One talk over many reports: the same parties, the same days, a form and a place that do not contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from onrecord.link.clusters import cluster, held
from onrecord.link.holders import Holder, holders
from onrecord.link.scene import Scene
from onrecord.link.talk_features import SLIP, Occasion, compare
from onrecord.link.whereabouts import Whereabouts, whereabouts
from onrecord.model.acts import TalkStatus
from onrecord.model.period import Period
from onrecord.model.place import Place
from onrecord.model.reading import FoundTalk, Reading
from onrecord.model.records import Talk, TalkMention
from onrecord.text.ids import content_id

__all__ = ["link_talks"]

_ENOUGH = 4.0
_A_WEEK = 7
_NEAREST = 40  # occasions of one pair of sides compared with each other are neighbours in time, not all with all


@dataclass(frozen=True, slots=True)
class _Told:
    """One report's mention of a talk, the how manieth there, beside what it says of the occasion.

    `meant` says who the parties are that it names by their office alone.
    """

    report: str
    number: int
    found: FoundTalk
    parties: tuple[str, ...]
    meant: tuple[str, ...]
    occasion: Occasion


def link_talks(scene: Scene) -> tuple[Talk, ...]:
    """Talks told by the reports that count, each once, sorted by id."""
    told = _told(scene)
    reasons: dict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
    pairs = []
    for i, j in _candidates(told):
        verdict = compare(told[i].occasion, told[j].occasion)
        reasons[i][j] = verdict.reasons
        if verdict.score >= _ENOUGH:
            pairs.append((verdict.score, i, j))

    def allowed(i: int, j: int) -> bool:
        return not compare(told[i].occasion, told[j].occasion).vetoed

    keys = [(row.report, row.number) for row in told]
    faces = [_face(row.occasion) for row in told]
    ties = held(scene.decided.talks, keys)
    groups = cluster(len(told), pairs, allowed, ties, faces=faces, kin=[row.report for row in told])
    place = whereabouts(scene)
    whys = [_whys(scene.decided.talks.why([keys[i] for i in group]), told, group, reasons) for group in groups]
    made = (_talk(scene, [told[i] for i in group], why, place) for group, why in zip(groups, whys, strict=True))
    talks = {talk.id: talk for talk in made}
    return tuple(talks[key] for key in sorted(talks))


def _told(scene: Scene) -> list[_Told]:
    holder = holders(scene)
    rows = [
        _told_in(scene, reading, number, holder)
        for reading in scene.readings.values()
        for number in range(len(reading.talks))
    ]
    return sorted(rows, key=lambda row: (scene.order(row.report), row.found.evidence.start, row.found.evidence.end))


def _told_in(scene: Scene, reading: Reading, number: int, holder: Holder) -> _Told:
    """A mention with its parties; who is named by an office alone is the person that held it then, where one did."""
    found, report, day = reading.talks[number], reading.report, scene.day(reading.report)
    parties: dict[str, None] = {}
    meant: list[str] = []
    for voice in found.parties:
        actor = scene.home[report, voice]
        person = holder(reading.voices[voice], actor, day)
        if person is not None:
            meant.append(f"{reading.voices[voice].name}: {scene.actors[person].name}, who is called so by most reports")
        parties[person or actor] = None
    return _Told(report, number, found, tuple(parties), tuple(meant), _occasion(scene, report, found, tuple(parties)))


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


def _candidates(told: Sequence[_Told]) -> list[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, row in enumerate(told):
        sides = sorted(row.occasion.sides)
        for pair in list(combinations(sides, 2)) or [(sides[0], "")] if sides else []:
            blocks[pair].append(i)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda i: (told[i].occasion.when.start or told[i].occasion.told or date.max, i))
        for at, i in enumerate(ordered):
            found.update((min(i, j), max(i, j)) for j in ordered[at + 1 : at + 1 + _NEAREST])
    return sorted(found)


def _talk(scene: Scene, rows: Sequence[_Told], why: tuple[str, ...], place: Whereabouts) -> Talk:
    parties = tuple(dict.fromkeys(actor for row in rows for actor in row.parties))
    people = {scene.side(actor) for actor in parties if scene.actors[actor].kind == "person"}
    spoken_for = {side for side in people if scene.actors[side].kind != "person"}
    parties = tuple(a for a in parties if a not in spoken_for) if len(people) > 1 else parties
    first = rows[0]
    evidence = [first.found.evidence.start, first.found.evidence.end]
    return Talk(
        id=content_id("t", {"report": first.report, "evidence": evidence, "parties": sorted(first.occasion.sides)}),
        parties=parties,
        when=_when(rows),
        where=next((row.found.where for row in rows if row.found.where), None),
        format=_format([row.found.format for row in rows if row.found.format is not None]),
        minutes=next((row.found.minutes for row in rows if row.found.minutes), None),
        status=_status(rows),
        mentions=tuple(TalkMention(row.report, row.found.evidence, row.occasion.status, row.found.why) for row in rows),
        why=why,
        place=_place([place(row.report, row.found.where) for row in rows]),
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


def _face(occasion: Occasion) -> Occasion:
    """All of an occasion that can forbid a joining with one of another report."""
    return replace(occasion, report="", where=None, told=None if occasion.when.known else occasion.told)


def _whys(
    decided: tuple[str, ...],
    told: Sequence[_Told],
    group: Sequence[int],
    reasons: Mapping[int, Mapping[int, tuple[str, ...]]],
) -> tuple[str, ...]:
    """What people decided, by what the mentions were joined, and who is meant by an office."""
    meant = dict.fromkeys(why for i in group for why in told[i].meant)
    return (*decided, *_why(group, reasons), *meant)


def _why(group: Sequence[int], reasons: Mapping[int, Mapping[int, tuple[str, ...]]]) -> tuple[str, ...]:
    within = frozenset(group)
    found: dict[str, None] = {}
    for i in group:
        here = reasons.get(i, {})
        found |= dict.fromkeys(why for j in sorted(here.keys() & within) for why in here[j])
    return tuple(found)[:8]
