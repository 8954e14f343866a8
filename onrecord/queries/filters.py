"""The filters of a list, as one value."""

from dataclasses import dataclass
from datetime import date

__all__ = ["EVERYTHING", "Filters"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the records of a list must meet; None and empty let everything through."""

    by: str | None = None
    to: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    act: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()


EVERYTHING = Filters()
"""No filter at all."""
