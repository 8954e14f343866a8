"""Whose releases a source publishes: a seat of power those of its state, "President of Orlavia" those of Orlavia."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

from onrecord.model.kinds import load
from onrecord.text.stem import fold

__all__ = ["released_by"]

_OF_A_STATE: Final = re.compile(
    r"(?:the )?(?:office of the )?(?:(?:ministry|department) (?:for|of) (?:foreign|external) affairs"
    r"|president|prime minister|chancellor|government|presidency|ministry) of (?:the )?(?P<state>[^\W\d].*)",
    re.IGNORECASE,
)
# What a ministry is for, where a state could stand.
_NO_STATE: Final = frozenset(
    {"defence", "defense", "foreign", "justice", "state", "health", "finance", "economy", "energy", "education",
     "external", "interior", "trade", "commerce", "agriculture", "homeland"}
)  # fmt: skip


def released_by(outlet: str | None) -> str | None:
    """The state whose government publishes under this name; None for news."""
    name = fold(outlet or "")
    seat = _seats().get(name)
    if seat is not None:
        return seat
    found = _OF_A_STATE.fullmatch((outlet or "").strip())
    if found is None or found["state"].split()[0].lower() in _NO_STATE:
        return None
    return _states().get(fold(found["state"]), found["state"])


@lru_cache(maxsize=1)
def _seats() -> Mapping[str, str]:
    rows = cast("list[Mapping[str, str]]", load("seats")["seats"])
    return {fold(row["name"]): row["state"] for row in rows if "state" in row}


@lru_cache(maxsize=1)
def _states() -> Mapping[str, str]:
    rows = cast("list[Mapping[str, object]]", load("states")["states"])
    forms = ((str(row["name"]), [str(row["name"]), *cast("list[str]", row.get("also", []))]) for row in rows)
    return {fold(form): name for name, listed in forms for form in listed}
