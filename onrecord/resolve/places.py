"""Where in the world: a place as a report names it, joined to a country or a known city, or to nothing where unsure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.place import Place
from onrecord.resolve.gazetteer import City, adjectives, capitals, cities_named, countries, nowhere, regions
from onrecord.text.stem import fold

__all__ = ["Hints", "place_of", "place_within"]

_LEADING: Final = re.compile(
    r"^(?:(?:in|at|near|outside|inside|around|from|to|of|on|over|across|the|a|an|its|his|her|their|city|town|village|capital|port|resort"
    r"|suburbs?|outskirts|region|province|district|central|downtown|northern|southern|eastern|western|north|south|east|west"
    r"|northeastern|northwestern|southeastern|southwestern|north-?east|north-?west|south-?east|south-?west|nearby|neighbou?ring)\s+)+"
)
_APPOSED: Final = re.compile(r"\b(capital|city|town|village|port|resort),\s+(?=[A-ZÀ-Þ])")
_AREA: Final = re.compile(r"\s+(?:region|province|oblast|district|area|governorate)$")
_OWNER: Final = re.compile(r"^(.+?)['’]s?\s+(?=\S)")
_NAME: Final = re.compile(
    r"[A-ZÀ-Þ][^\s,]*(?:[ -](?:[A-ZÀ-Þ][^\s,]*|de|del|la|le|las|los|el|al|do|da|dos|of|the|and|upon|sur|am|an|der))*"
)
_INSIDE: Final = re.compile(r"[A-ZÀ-Þ][\w.-]*(?:(?: |(?: of the | of | and | de | al-))[A-ZÀ-Þ][\w.-]*)*")
"""Names inside other words, each with all the names it stands with, so that half a name is never taken for a place."""

_LONGEST: Final = 8
"""Words: longer ones tell of more than a place."""

_ENDING: Final = re.compile(r"\b(?:in|near|outside) (?:the )?[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)*$")
"""Where such words end: "the Ritz Hotel in Vienna"."""

_TIMES: Final = 4
"""A city so many times as large as all its namesakes together is the one meant."""

_KNOWN, _GREAT = 100_000, 1_000_000
"""People of a city that a report may name without its state; and of one that is meant before a region of its name."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a report tells beside the words: states it is about, and names that are people or bodies there."""

    states: frozenset[str] = frozenset()
    not_places: frozenset[str] = frozenset()


def place_of(text: str, hints: Hints = Hints()) -> Place | None:
    """The place that words such as "the Swiss city of Geneva" or "Paris, Texas" name; None where it could be several.

    The whole of the words must be a place: "Paris Holt" and "the Vienna Group" are none.
    """
    text = " ".join(text.strip(" .,;:'\"“”‘’").split())
    words, states = _state_before(_APPOSED.sub(r"\1 ", text))
    words, *after = [part.strip() for part in words.split(",")]
    for part in after:
        state = _state(part)
        if state is None:
            return None
        states = (*states, state)
    name = _AREA.sub("", words)
    if not _NAME.fullmatch(name) or _taken(name, hints):
        return None
    found = _country(name, states, hints) or _city(name, states, hints)
    return replace(found, kind="region", latitude=None, longitude=None) if found and name != words else found


def place_within(text: str, hints: Hints = Hints()) -> Place | None:
    """The place of such words, or the only one named in them: "near Norway's borders", "the ground outside Oslo"."""
    found = place_of(text, hints)
    if found is not None:
        return found
    if len(text.split()) > _LONGEST:
        return None
    names, ending = _INSIDE.findall(text), _ENDING.search(text)
    last = names[-1:] if "," not in text and ending else names
    return place_of(last[0], hints) if len(last) == 1 else None


def _state_before(text: str) -> tuple[str, tuple[str, ...]]:
    """The words without what leads up to the name, and the states that stood there: "the Swiss city of", "France's"."""
    states: list[str] = []
    while True:
        rest = _LEADING.sub("", text)
        owner = _OWNER.match(rest)
        first = rest.split(" ", 1)
        if owner and _state(owner[1]):
            states.append(_state(owner[1]) or "")
            rest = rest[owner.end() :]
        elif len(first) > 1 and fold(first[0]) in adjectives() and fold(rest) not in countries():
            states.append(fold(adjectives()[fold(first[0])]))
            rest = first[1]
        if rest == text:
            return rest, tuple(states)
        text = rest


def _state(words: str) -> str | None:
    """The key of the country, or of the region of one, that qualifies a name: "Switzerland", "Texas", "D.C."."""
    key = fold(words).removeprefix("the ")
    return next((form for form in (key, key.replace(".", "")) if form in countries() or form in regions()), None)


def _lies_in(place: Place, region: str, state: str) -> bool:
    """Is a place in what a qualifier names? "Georgia" may be the country or the region."""
    country, part = countries().get(state), regions().get(state)
    return (country is not None and place.country == country.country) or (part is not None and region == part.name)


def _taken(name: str, hints: Hints) -> bool:
    key = fold(name).removeprefix("the ")
    return key in nowhere() or key in {fold(other).removeprefix("the ") for other in hints.not_places}


def _country(name: str, states: Sequence[str], hints: Hints) -> Place | None:
    """A country or region by name; one that is both goes by the states told, one that is a great city is neither."""
    key = fold(name).removeprefix("the ")
    country, region = countries().get(key) or countries().get(f"{key}."), regions().get(key)
    if region and not country and _great(key, region.country):
        return None
    if states:
        return region if region and all(_lies_in(region, region.name, state) for state in states) else None
    if country and region:
        return region if region.country in hints.states and country.country not in hints.states else country
    return country or region


def _great(key: str, country: str) -> bool:
    """Is a city of a region's name what reports mean by it: a capital, or one of a million people?"""
    found = [city for city in cities_named(key) if city.place.country == country]
    return capitals().get(key) == country or any(city.people >= _GREAT for city in found)


def _city(name: str, states: Sequence[str], hints: Hints) -> Place | None:
    """The city meant: of the states told beside it, else of the report's, else a capital, else by far the largest."""
    found = cities_named(fold(name))
    if states:
        return _clear(
            [city for city in found if all(_lies_in(city.place, city.region, state) for state in states)], told=True
        )
    near = [city for city in found if city.place.country in hints.states]
    if near and near[0].people * _share(name) >= found[0].people:
        return _clear(near, told=True)
    capital = [city for city in found if city.place.country == capitals().get(fold(name))]
    return _clear(capital or [city for city in found if city.people >= _KNOWN], told=bool(capital))


def _share(name: str) -> int:
    """How many times larger a namesake abroad may be than a city in a state of the report: less often a capital."""
    return 4 if fold(name) in capitals() else 10


def _clear(found: Sequence[City], *, told: bool) -> Place | None:
    """The largest, where no namesake comes near; in a state that is told a smaller lead will do."""
    if not found:
        return None
    others = sum(city.people for city in found[1:])
    return found[0].place if found[0].people >= (2 if told else _TIMES) * others else None
