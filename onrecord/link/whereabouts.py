"""Where talks were held and figures count: the words of a report joined to a country or a known city."""

from collections.abc import Callable
from functools import cache

from onrecord.link.scene import Scene
from onrecord.model.place import Place
from onrecord.model.reading import Reading, Voice
from onrecord.resolve.places import Hints, place_within

__all__ = ["Whereabouts", "whereabouts"]

Whereabouts = Callable[[str, str | None], Place | None]
"""From a report's id and its words for a place to the place, or None where they name none or could name several."""


def whereabouts(scene: Scene) -> Whereabouts:
    """The places that the reports of a scene name; people and bodies that a report tells of are no places in it."""

    @cache
    def found(report: str, words: str | None) -> Place | None:
        reading = scene.readings.get(report)
        return place_within(words, _hints(reading)) if words and reading else None

    return found


def _hints(reading: Reading) -> Hints:
    states = {voice.party or voice.name for voice in reading.voices if voice.party or voice.kind == "country"}
    taken = {name for voice in reading.voices if voice.kind != "country" for name in _names(voice)}
    return Hints(frozenset(states), frozenset(taken))


def _names(voice: Voice) -> tuple[str, ...]:
    """All that somebody is called, and the surname alone of a person."""
    surname = voice.name.split()[-1:] if voice.kind == "person" else []
    return (voice.name, *voice.aliases, *surname)
