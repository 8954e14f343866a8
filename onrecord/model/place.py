"""A place: a country, a region of one, or a city, as the world's gazetteers know it."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Place", "PlaceKind"]

PlaceKind = Literal["country", "region", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: `name` as the gazetteer has it, `country` as the ledger calls the state.

    `geoname` is the number of the place at geonames.org; latitude and longitude are degrees, and None for areas.
    """

    name: str
    kind: PlaceKind
    country: str
    geoname: int | None = None
    latitude: float | None = None
    longitude: float | None = None
