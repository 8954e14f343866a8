"""What the ingest tests share: a story of an invented crisis, a day, and short ways to take something in."""

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from onrecord.errors import Refused
from onrecord.ingest import take_in
from onrecord.model.report import Report

TODAY = date(2031, 6, 1)
STORY = (
    "ORLAN (Karvan) - The palace said on Monday that its soldiers would leave the valley by the end of the month.\n\n"
    "A spokesman for the other side said that nothing had been seen of a retreat, and asked for proof of it.\n"
)


def taken(*inputs: str | Path, stdin: bytes | None = None) -> list[Report | Refused]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(take_in([str(name) for name in inputs], stdin=stream, today=TODAY))


def reports(found: Iterable[Report | Refused]) -> list[Report]:
    return [one for one in found if isinstance(one, Report)]


def refusals(found: Iterable[Report | Refused]) -> list[str]:
    return [str(one) for one in found if isinstance(one, Refused)]


def report_of(path: Path) -> Report:
    (found,) = taken(path)
    assert isinstance(found, Report), found
    return found


def refusal_of(path: Path) -> str:
    (found,) = taken(path)
    assert isinstance(found, Refused), found
    return str(found)


def file_with(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path
