"""Talks that two governments tell of in their own releases: is each one talk, with each government's account by name?

`readouts.json` beside this file lists them by the names of the releases, entered by hand after every release of the
corpus was searched for the parties and the days of the others'. All are read into one ledger, so that calls of the same
two people on different days must be kept apart.
"""

import json
import lzma
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gate.commands import read
from onrecord.brief.compare import compare
from onrecord.brief.index import Index
from onrecord.brief.versions import points
from onrecord.ledger import open_ledger
from onrecord.model.ledger import Ledger
from onrecord.model.records import Talk
from onrecord.viewing import ledger_as_of

__all__ = ["Told", "gold", "measure", "told_as_one"]


@dataclass(frozen=True, slots=True)
class Told:
    """A talk of one day and the releases in which each government tells of it."""

    day: date
    releases: Mapping[str, Sequence[str]]


def measure(shared: Path) -> dict[str, float]:
    """Shares: of talks that are one for both governments, of accounts that stand under their name, of texts there."""
    listed = gold()
    with tempfile.TemporaryDirectory() as room:
        place = Path(room) / "readouts.jsonl"
        _lay_out(listed, shared / "corpora" / "readouts", place)
        read([place], Path(room) / "gate.db")
        with open_ledger(str(Path(room) / "gate.db")) as store:
            ledger = ledger_as_of(store, date.today())
    joined = [told_as_one(ledger, told) for told in listed]
    named = [_named(ledger, talk, told) for talk, told in zip(joined, listed, strict=True)]
    placed = [ok for talk, told in zip(joined, listed, strict=True) for ok in _placed(ledger, talk, told)]
    return {
        "talks told as one": round(sum(talk is not None for talk in joined) / len(joined), 4),
        "accounts under their own name": round(sum(map(sum, named)) / sum(map(len, named)), 4),
        "texts under the right name": round(sum(placed) / len(placed), 4) if placed else 0.0,
    }


def gold() -> list[Told]:
    """The talks that are listed."""
    rows = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))["talks"]
    return [Told(date.fromisoformat(row["day"]), row["told by"]) for row in rows]


def told_as_one(ledger: Ledger, told: Told) -> Talk | None:
    """The talk of that day that is told of in a release of each government; None where there is no such one."""
    names = {report.id: report.name.rpartition("/")[2] for report in ledger.reports}
    for talk in ledger.talks:
        held = {names[mention.report] for mention in talk.mentions}
        day = talk.when.start is None or talk.when.end is None or talk.when.start <= told.day <= talk.when.end
        if day and all(held & set(listed) for listed in told.releases.values()):
            return talk
    return None


def _named(ledger: Ledger, talk: Talk | None, told: Told) -> list[bool]:
    """Has each government a version of its own in the comparison?"""
    if talk is None:
        return [False for _ in told.releases]
    versions = compare(ledger, talk).rests.partition("versions: ")[2].split(", ")
    return [government in versions for government in told.releases]


def _placed(ledger: Ledger, talk: Talk | None, told: Told) -> list[bool]:
    """Does each text that is no quoted statement stand under the name of the government whose release it is from?"""
    if talk is None:
        return []
    whose = {name: government for government, listed in told.releases.items() for name in listed}
    names = {report.id: report.name.rpartition("/")[2] for report in ledger.reports}
    own = [point for point in points(Index(ledger), talk) if point.record == talk.id]
    return [whose.get(names[point.span.report]) == point.column.name for point in own]


def _lay_out(listed: Sequence[Told], corpus: Path, place: Path) -> None:
    wanted = {name for told in listed for names in told.releases.values() for name in names}
    with lzma.open(corpus / "readouts-outside-window.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [line for line in lines if json.loads(line)["file"] in wanted]
    place.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    print(measure(Path(__file__).resolve().parent.parent.parent / "shared"))
