"""The days of reports without a day: of dated reports of three crises half lose theirs, twice, of PolNeAR half or all.

A day counts as claimed with certainty where it is one single day. Tense is told by words alone here, so that nothing
waits for the reader; the outlet stays with the report. The days that come with the reports are those of a listing; an
article whose own dateline is of the day after its listed day is left out, for one of the two is wrong.
"""

import json
import lzma
import random
import re
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from spacy.util import get_lang_class

from onrecord.clean import clean, readable
from onrecord.extract.page import Page
from onrecord.extract.times.find import find_times
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import UNDATED, Report
from onrecord.resolve.published import published_days
from onrecord.resolve.published_dateline import dateline_day

__all__ = ["measure"]

CRISES = ("gaza-2012", "korea-2018", "ukraine-2014-2015")
DRAWS = (1, 2)
_NAMED = re.compile(r"(\d{4}-\d\d-\d\d)_[^/]*\.txt$")


def measure(shared: Path) -> dict[str, float]:
    """How often a single day is claimed and right, and how often a period holds the day."""
    articles = list(_polnear(shared / "corpora/polnear/polnear-train-dev.tar.xz"))
    half, every = _hidden(articles, hide=0.5, draw=1), _hidden(articles, hide=1.0, draw=0)
    pairs = [pair for name in CRISES for pair in _crisis(shared / f"corpora/reports/{name}.jsonl.xz")]
    pairs += every
    days = _single(pairs)
    wide = [(found, true) for found, true in pairs if found.start is not None and found.start != found.end]
    return {
        "days of reports: certain ones right": _right(days),
        "days of reports: certain ones right or a day off": _share([_near(found, true) for found, true in days]),
        "days of reports: periods that hold the day": _share([_holds(found, true) for found, true in wide]),
        "days of reports: told at all": _share([found.start is not None for found, _ in pairs]),
        "days of PolNeAR, all hidden: certain ones right": _right(_single(every)),
        "days of PolNeAR, all hidden: certain ones in 1,000": round(1000 * len(_single(every)) / len(every)),
        "days of PolNeAR, half hidden: certain ones right": _right(_single(half)),
        "days of PolNeAR, half hidden: certain ones in 1,000": round(1000 * len(_single(half)) / len(half)),
    }


def _single(pairs: Sequence[tuple[Published, date]]) -> list[tuple[Published, date]]:
    """The claims of one single day."""
    return [(found, true) for found, true in pairs if found.start is not None and found.start == found.end]


def _right(days: Sequence[tuple[Published, date]]) -> float:
    return _share([found.start == true for found, true in days])


def _crisis(file: Path) -> list[tuple[Published, date]]:
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    reports = [(_report(row["file"], row["text"], row["outlet"]), date.fromisoformat(row["published"])) for row in rows]
    return [pair for draw in DRAWS for pair in _hidden(reports, hide=0.5, draw=draw)]


def _polnear(archive: Path) -> Iterator[tuple[Report, date]]:
    with tarfile.open(archive) as packed:
        for member in packed:
            named = _NAMED.search(member.name)
            file = packed.extractfile(member) if named else None
            if named and file:
                name, day = Path(member.name).name, date.fromisoformat(named[1])
                text, after = file.read().decode("utf-8"), day + timedelta(days=1)
                if dateline_day(text) != (after.month, after.day):
                    yield _report(name, text, name.partition("_")[0]), day


def _report(name: str, text: str, outlet: str | None) -> Report:
    return clean(Report(name, "report.txt", text, outlet=outlet))


def _hidden(reports: Sequence[tuple[Report, date]], *, hide: float, draw: int) -> list[tuple[Published, date]]:
    """What is concluded of the reports that lose their day, beside the day that they had."""
    lost = set(random.Random(draw).sample(range(len(reports)), round(hide * len(reports))))  # noqa: S311 (a draw)
    given = [
        replace(report, published=UNDATED if n in lost else Published(day, day, "given"))
        for n, (report, day) in enumerate(reports)
    ]
    found: Mapping[str, Published] = published_days(given, _readings([report for report, _ in reports]))
    return [(found[given[n].id], reports[n][1]) for n in sorted(lost)]


def _readings(reports: Sequence[Report]) -> list[Reading]:
    english = get_lang_class("en")()
    return [Reading(one.id, "gate", times=find_times(Page(one, english(readable(one))))) for one in reports]


def _near(found: Published, true: date) -> bool:
    return found.start is not None and abs((found.start - true).days) <= 1


def _holds(found: Published, true: date) -> bool:
    return found.start is not None and found.end is not None and found.start <= true <= found.end


def _share(held: Sequence[bool]) -> float:
    return round(sum(held) / len(held), 3) if held else 1.0
