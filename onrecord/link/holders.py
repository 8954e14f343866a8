"""Who held an office on a day: "the President of Orlavia" of one report is the president whom others name."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.link.scene import Scene
from onrecord.model.reading import Voice
from onrecord.text.stem import fold

__all__ = ["Holder", "holders"]

Holder = Callable[[Voice, str, date | None], str | None]
"""From a voice that is known by its office alone, its actor and a day to the person who held the office then."""

OFTEN = 4  # times as many reports give an office to its holder as to anybody else of the state
AROUND = timedelta(days=45)  # an office held in one report is held some weeks before and after


class _Held(NamedTuple):
    person: str
    first: date
    last: date
    reports: int


def holders(scene: Scene) -> Holder:
    """The holders of offices, as the reports of a scene give them to persons by name."""
    table: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for actor in _named(scene):
        for held in scene.actors[actor].held:
            if held.first is not None and held.last is not None:
                row = _Held(actor, held.first, held.last, held.reports)
                table[scene.side(actor), fold(held.title)].append(row)

    def holder(voice: Voice, actor: str, day: date | None) -> str | None:
        if day is None or (voice.named and voice.kind == "person"):
            return None
        side = scene.side(actor)
        found = {_only(table.get((side, title), []), day) for title in _titles(voice)} - {None}
        return found.pop() if len(found) == 1 else None

    return holder


def _named(scene: Scene) -> list[str]:
    found = {
        scene.home[reading.report, number]
        for reading in scene.readings.values()
        for number, voice in enumerate(reading.voices)
        if voice.named and voice.kind == "person"
    }
    return sorted(actor for actor in found if scene.side(actor) != actor)


def _titles(voice: Voice) -> tuple[str, ...]:
    """The titles of somebody without a name: "President of Orlavia" is a president; the ministry is nobody's title."""
    if voice.kind == "office":
        return (fold(voice.name).partition(" of ")[0],)
    return tuple(map(fold, voice.offices)) if voice.kind == "person" else ()


def _only(rows: list[_Held], day: date) -> str | None:
    """The one who held it on the day, where nobody else is given the office nearly as often."""
    near = sorted((row for row in rows if row.first - AROUND <= day <= row.last + AROUND), key=lambda row: -row.reports)
    if not near or (len(near) > 1 and near[0].reports < OFTEN * near[1].reports):
        return None
    return near[0].person
