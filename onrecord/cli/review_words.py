"""How fields are set on the command line: `act=deny`, `due=2019-03-27`, `content="the exact words"`."""

import re
from collections.abc import Sequence

from onrecord.errors import UsageError
from onrecord.model.judgement import Judged
from onrecord.review import FIELDS, Field, Wish, field_of

__all__ = ["place_of", "wishes_of"]

_PLACE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
MOST_SHOWN = 4


def wishes_of(kind: Judged, settings: Sequence[str], text: str) -> tuple[Wish, ...]:
    """What `FIELD=VALUE` settings ask for; a field that is set twice takes both values, words are found in the text.

    Raises `UsageError` for a setting without `=`, an unknown field, and words that do not stand in the text once.
    """
    given: dict[str, list[str]] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or field_of(kind, name.strip()) is None:
            names = ", ".join(field.name for field in FIELDS[kind])
            raise UsageError(f"{setting!r} sets no field of a {kind}", hint=f"write FIELD=VALUE; it has {names}")
        given.setdefault(name.strip(), []).append(value.strip())
    return tuple(_wish(field_of(kind, name), values, text) for name, values in given.items())


def _wish(field: Field | None, values: Sequence[str], text: str) -> Wish:
    if field is None:
        raise LookupError
    values = tuple(value for value in values if value)
    if field.form == "words":
        return Wish(field.name, (), tuple(place_of(value, text) for value in values))
    if field.form == "answer" and values:
        stance, _, rest = values[0].partition("|")
        who, _, words = rest.rpartition("|")
        named = tuple(name.strip() for name in who.split("|") if name.strip())
        return Wish(field.name, (stance.strip(), *named), (place_of(words.strip(), text),))
    return Wish(field.name, tuple(values))


def place_of(words: str, text: str) -> tuple[int, int]:
    """Where words stand in a text: `120-131`, or the words themselves where they stand there once."""
    place = _PLACE.fullmatch(words)
    if place:
        return int(place[1]), int(place[2])
    pieces = words.split()
    if not pieces:
        raise UsageError("no words are given", hint="give exact words of the report, or their place as in 120-131")
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, pieces)), text)]
    if len(found) == 1:
        return found[0]
    if not found:
        hint = "give its exact words, or their place as in 120-131"
        raise UsageError(f"the report does not say {words!r}", hint=hint)
    places = ", ".join(f"{start}-{end}" for start, end in found[:MOST_SHOWN])
    more = ", …" if len(found) > MOST_SHOWN else ""
    raise UsageError(f"the report says {words!r} {len(found)} times", hint=f"give the place: {places}{more}")
