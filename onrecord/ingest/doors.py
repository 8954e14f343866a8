"""The one way in: an input is looked at, and the door of its kind makes reports of it."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.decode import decode
from onrecord.ingest.kinds import Kind, kind_of
from onrecord.ingest.names import shown
from onrecord.ingest.text_file import read_text

__all__ = ["enter"]

Door = Callable[[Arrival, Terms], Found]


def enter(arriving: Arrival, terms: Terms) -> Found:
    """The reports of one input, whatever its kind; whatever goes wrong in it is a Refused, and ends only it."""
    kind = kind_of(arriving.beginning, arriving.ending)
    try:
        for one in _door(kind)(arriving, terms) if kind else _text(arriving, terms):
            yield _printable(one) if isinstance(one, Refused) else one
    except Refused as refused:
        yield _printable(refused)
    except OSError as error:
        reason = (error.strerror or "it breaks off or is damaged").lower()
        hint = "check the name and its permissions" if error.strerror else "get it again, or save its text as .txt"
        yield Refused(f"cannot be read: {reason}", where=arriving.where, hint=hint)
    except Exception as error:  # libraries that read foreign formats fail in a hundred ways on broken files
        yield _broken(kind, arriving, error)


def _text(arriving: Arrival, terms: Terms) -> Found:
    decoded = decode(arriving.whole(), where=arriving.where)
    yield read_text(arriving.name, decoded, arriving.facts, where=arriving.where, today=terms.today)


def _door(kind: Kind) -> Door:
    module, name = kind.door.split(":")
    return cast(Door, getattr(import_module(module), name))


def _printable(refused: Refused) -> Refused:
    """A refusal that quotes what came in, with its unprintable characters written out."""
    if str(refused).isprintable():
        return refused
    return Refused(shown(refused.what), where=shown(refused.where), hint=shown(refused.hint))


def _broken(kind: Kind | None, arriving: Arrival, error: Exception) -> Refused:
    words = shown(" ".join(str(error).split())[:80])
    what = f"{kind.name if kind else 'a text'} that is broken ({type(error).__name__}{f': {words}' if words else ''})"
    refused = Refused(what, where=arriving.where, hint="get it again, or save its text as .txt")
    refused.__cause__ = error
    return refused
