"""Whose a signed release is: "I" in an address by a president is she whom its title names."""

import re
from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.roll import Entry, Roll
from onrecord.extract.voices.terms import known_terms
from onrecord.model.releases import released_by

__all__ = ["author"]

_SIGNED: Final = re.compile(
    r"\b(?:address|speech|statement|remarks|essay|message|letter|appeal|op-ed)\b.{0,60}?\b(?:by|of|from)\s+(?P<who>.+)",
    re.IGNORECASE,
)
_CAPITAL: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINTS: Final = frozenset({"of", "the", "for"})
_MOST: Final = 12
"""Words of a title and a name."""


def author(page: Page, roll: Roll) -> int | None:
    """The voice of whoever signs the whole report; None for a report that nobody signs."""
    party = released_by(page.report.outlet)
    signed = _SIGNED.search(page.report.title or "") if party is not None else None
    if signed is None:
        return None
    name, offices = _called(signed["who"])
    if not name:
        return _holder(roll, party)
    number = roll.enter_person(name)
    entry = roll.entries[number]
    entry.party = entry.party or party
    entry.offices.extend(office for office in offices if office not in entry.offices)
    return number


def _called(words: str) -> tuple[str, list[str]]:
    """The name that follows the titles, and the titles; no name where only an office signs."""
    name: list[str] = []
    offices: list[str] = []
    for word in _CAPITAL.findall(words)[:_MOST]:
        lower = word.lower()
        title = roles().kind(lower) is not None or lower in roles().titles or lower in roles().modifiers
        if title and not name:
            offices.append(lower)
        elif not word[0].isupper() or lower in known_terms():
            if name or (lower not in _JOINTS and lower not in known_terms()):
                break
        else:
            name.append(word)
    return " ".join(name) if len(name) > 1 else "", [office for office in offices if office in roles().chiefs]


def _holder(roll: Roll, party: str | None) -> int:
    """The one whose release it is, where only the office is named: a president known by name, or "the president"."""
    for number, entry in enumerate(roll.entries):
        held = {word for office in entry.offices for word in office.split()}
        if entry.kind == "person" and entry.party == party and held & {"president", "premier", "chancellor"}:
            return number
    return roll.enter(Entry(f"President of {party}", "office", party, role="president"))
