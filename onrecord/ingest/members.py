"""What all archives have in common: which of their members are read, and under which name."""

from pathlib import PurePosixPath
from typing import IO

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.bounded import leads_out
from onrecord.ingest.doors import enter
from onrecord.ingest.kinds import meant
from onrecord.ingest.names import shown

__all__ = ["hidden", "read_member", "refused_name"]

HIDDEN = "__MACOSX"


def hidden(name: str) -> bool:
    """Is it a hidden file, or lies it in a hidden folder?"""
    return any((part.startswith(".") and part != "..") or part == HIDDEN for part in PurePosixPath(name).parts)


def refused_name(name: str, whole: Arrival) -> Refused | None:
    """Why a member is not looked at because of its name; None where its name is sound."""
    if leads_out(name):
        where = f"{whole.where}, {shown(name)}"
        return Refused("its name leads out of the archive", where=where, hint="it was not read; the others were")
    return None


def read_member(name: str, stream: IO[bytes], whole: Arrival, terms: Terms) -> Found:
    """The reports of one member; a member of another kind, whose ending is none of ours, is passed over."""
    label = shown(name)
    inner = whole.within(f"{whole.name}/{label}", stream, where=f"{whole.where}, {label}")
    if meant(inner.beginning, inner.ending):
        yield from enter(inner, terms)
