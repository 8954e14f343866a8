"""Actors over reports of two crises: are those joined that are one, and only those?

`actors.json` beside this file lists actors with the names the reports give them, entered by hand, and the reports it
was made from. A voice is known where one of its words is such a name; a name that several share (a surname) counts only
in the reports it is listed with. All pairs of known voices are counted, within a report and across reports.
"""

import json
import lzma
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.model.reading import Reading, Voice
from onrecord.model.report import Report
from onrecord.resolve.actors import resolve_actors

__all__ = ["Gold", "Known", "Unit", "gold", "measure", "score", "units"]

_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_OWNER = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Known:
    """One actor of the list: names that mean it in every report of the list, and names that do in some."""

    name: str
    forms: frozenset[str]
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def called(self, surface: str, report: str) -> bool:
        """Do these words mean it in this report?"""
        return surface in self.forms or report in self.only.get(surface, ())


@dataclass(frozen=True, slots=True)
class Gold:
    """The list: its actors, and by corpus the reports it was made from."""

    actors: tuple[Known, ...]
    reports: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A voice of a report that is known to be an actor of the list; `joined` is the ledger's actor for it."""

    known: str
    joined: str


def measure(shared: Path) -> dict[str, float]:
    """Pairwise precision and recall of joining, and the mean recall of the actors, so that the rare ones count."""
    listed = gold(Path(__file__).with_suffix(".json"))
    reports = list(_reports(shared, listed))
    readings = _readings(reports)
    names = {report.id: report.name for report in reports}
    return score(list(units(listed, readings, names, resolve_actors(readings)[1])))


def gold(path: Path) -> Gold:
    """The list as it stands in a file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    actors = tuple(
        Known(
            row["name"],
            frozenset(map(_surface, row["forms"])),
            {_surface(form): frozenset(files) for form, files in row.get("only", {}).items()},
        )
        for row in data["actors"]
    )
    return Gold(actors, {corpus: frozenset(files) for corpus, files in data["reports"].items()})


def units(
    listed: Gold, readings: Sequence[Reading], names: Mapping[str, str], home: Mapping[tuple[str, int], str]
) -> Iterator[Unit]:
    """The known voices; one that the reader mixed up of two actors is known as both, and so a pair wrongly joined."""
    for reading in readings:
        for number, voice in enumerate(reading.voices):
            said = set(_surfaces(voice)) if voice.named else set()
            for actor in listed.actors:
                if any(actor.called(surface, names[reading.report]) for surface in said):
                    yield Unit(actor.name, home[reading.report, number])


def score(found: Sequence[Unit]) -> dict[str, float]:
    """Precision over the pairs joined, recall over the pairs that are one actor, recall averaged over the actors."""
    actors, joined = Counter(unit.known for unit in found), Counter(unit.joined for unit in found)
    both = Counter((unit.known, unit.joined) for unit in found)
    right: dict[str, int] = defaultdict(int)
    for (known, _), count in both.items():
        right[known] += _pairs(count)
    hits, said, wanted = sum(right.values()), sum(map(_pairs, joined.values())), sum(map(_pairs, actors.values()))
    several = {name: _pairs(count) for name, count in actors.items() if count > 1}
    return {
        "actors joined: precision": round(hits / max(1, said), 4),
        "actors joined: recall": round(hits / max(1, wanted), 4),
        "actors joined: recall, mean over actors": round(
            sum(right[name] / pairs for name, pairs in several.items()) / max(1, len(several)), 4
        ),
    }


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _surfaces(voice: Voice) -> Iterator[str]:
    yield _surface(voice.name)
    for mention in voice.mentions:
        yield _surface(mention.exact)


def _surface(words: str) -> str:
    """The words without article and owner's mark; case is kept, for "Un" is a name and "UN" another."""
    return _OWNER.sub("", _ARTICLE.sub("", " ".join(words.split()).replace("’", "'")))


def _reports(shared: Path, listed: Gold) -> Iterator[Report]:
    """The reports of the list, taken in from the corpora as a user's file would be."""
    from onrecord.clean import clean
    from onrecord.ingest import take_in

    with tempfile.TemporaryDirectory() as room:
        for corpus, files in listed.reports.items():
            with lzma.open(shared / "corpora" / "reports" / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as lines:
                kept = [line for line in lines if json.loads(line)["file"] in files]
            path = Path(room) / f"{corpus}.jsonl"
            path.write_text("".join(kept), encoding="utf-8")
            yield from (clean(one) for one in take_in([str(path)]) if isinstance(one, Report))


def _readings(reports: Iterable[Report]) -> list[Reading]:
    from onrecord import read
    from onrecord.clean import readable
    from onrecord.extract import extract

    held = list(reports)
    docs = read.load().pipe(readable(report) for report in held)
    return [extract(report, doc, reader="gate") for report, doc in zip(held, docs, strict=True)]
