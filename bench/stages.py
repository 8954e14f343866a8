"""Where the time goes, by processor time on one core: each stage by itself, with everything before it done already."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

__all__ = ["NAMING", "READING", "stages"]

READING = "reading"
NAMING = "names, days and places"
T = TypeVar("T")


def stages(texts: list[str]) -> dict[str, float]:
    """Seconds of each stage over these reports, files on disk to the linked ledger; `NAMING` is part of the others."""
    from onrecord import read
    from onrecord.clean import clean
    from onrecord.extract import extract
    from onrecord.extract.page import Page
    from onrecord.extract.times.find import find_times
    from onrecord.extract.voices.find import find_voices
    from onrecord.ingest import take_in
    from onrecord.ledger import open_ledger
    from onrecord.link.link import link
    from onrecord.model.report import Report
    from onrecord.pipeline import documents
    from onrecord.resolve.actors import resolve_actors
    from onrecord.resolve.published import published_days

    nlp = read.load(threads=1)
    with TemporaryDirectory() as room:
        for number, text in enumerate(texts):
            (Path(room) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        arriving, took = _timed(lambda: list(take_in([room])))
        reports, cleaned = _timed(lambda: [clean(one) for one in arriving if isinstance(one, Report)])
        list(documents(reports[:5], nlp))  # loads the lemmas
        docs, reading = _timed(lambda: [doc for _, doc in documents(reports, nlp)])
        pages = [Page(report, doc) for report, doc in zip(reports, docs, strict=True)]
        extract(reports[0], docs[0], reader="warm")
        _, naming = _timed(lambda: [(find_times(page), find_voices(page)) for page in pages])
        found, extracting = _timed(
            lambda: [extract(one, doc, reader="bench") for one, doc in zip(reports, docs, strict=True)]
        )
        with open_ledger(str(Path(room) / "bench.db"), create=True) as store:
            _, entering = _timed(lambda: [store.enter(*pair) for pair in zip(reports, found, strict=True)])
        days, dating = _timed(lambda: published_days(reports, found))
        _, meaning = _timed(lambda: resolve_actors(found, published=days))
        _, linking = _timed(lambda: link(reports, found, day=date.max))
    return {
        "taking in and cleaning": took + cleaned,
        READING: reading,
        "extracting": extracting,
        "entering": entering,
        "linking, when asked": linking,
        NAMING: naming + dating + meaning,
    }


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = process_time()
    made = work()
    return made, process_time() - began
