"""Is the ledger what it says it is? Everything that can be made again is made again and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.errors import LedgerError, OnrecordError
from onrecord.export.rows import row, rows
from onrecord.ingest import report_id
from onrecord.ledger import Store, evidence
from onrecord.model.ledger import Ledger
from onrecord.viewing import derive, linking_edition

__all__ = ["Problem", "check"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and in which report or record, or with the ledger's file."""

    where: str
    what: str

    def __str__(self) -> str:
        """The problem as one line."""
        return " ".join(f"{self.where}: {self.what}".split())


def check(store: Store) -> Iterator[Problem]:
    """Verify a ledger: the file is sound, ids are those of their content, spans are their text, records come out again.

    Nothing is changed. Yields a problem as soon as it is found, and nothing for a sound ledger.
    """
    for fault in store.faults():
        yield Problem(store.place, fault)
    sound = True
    for report in store.ids():
        for problem in _held(store, report):
            sound = False
            yield problem
    yield from _decided(store)
    if sound:
        yield from _derived(store)


def _held(store: Store, report: str) -> Iterator[Problem]:
    """What is wrong with one report as it is held."""
    try:
        held, reading = store.report(report), store.reading(report)
    except OnrecordError as error:
        yield Problem(report, error.what)
        return
    if not held.id == reading.report == report == report_id(held.text, held.outlet, held.url):
        yield Problem(report, "its id is not that of its text and outlet: one of them was changed")
    if any(not 0 <= start < end <= len(held.text) for start, end in held.furniture):
        yield Problem(report, "its furniture lies outside its text")
    for span in evidence(reading):
        if span.report != report or not span.holds(held.text):
            yield Problem(report, f"characters {span.start} to {span.end} do not read {span.exact[:60]!r}")


def _decided(store: Store) -> Iterator[Problem]:
    """What is wrong with people's decisions: the words that they are tied to stand in the reports that are held."""
    texts: dict[str, str] = {}
    for judgement in store.judgements():
        for report, start, end, exact in _places(row(judgement)):
            if report not in texts:
                texts[report] = store.report(report).text if store.holds(report) else ""
            if texts[report][start:end] != exact:
                yield Problem(judgement.id, f"characters {start} to {end} of {report} do not read {exact[:60]!r}")


def _derived(store: Store) -> Iterator[Problem]:
    """What is wrong with the records, as they come out of the readings now and as they were kept."""
    code = linking_edition()
    for day in sorted({date.today(), *store.days_viewed(code=code)}):
        ledger = derive(store, day)
        yield from _spans(ledger)
        try:
            kept = store.view(day, code=code)
        except LedgerError as error:
            yield Problem(f"the view of {day}", error.what)
        else:
            yield from _differences(ledger, kept or ledger)


def _differences(ledger: Ledger, kept: Ledger) -> Iterator[Problem]:
    mine, theirs = ({made["id"]: made for made in rows(one)} for one in (ledger, kept))
    for record in sorted(mine.keys() | theirs.keys()):
        if mine.get(record) != theirs.get(record):
            yield Problem(record, f"does not come out again as it was kept for {ledger.day}")


def _spans(ledger: Ledger) -> Iterator[Problem]:
    texts = {report.id: report.text for report in ledger.reports}
    seen: set[str] = set()
    for made in rows(ledger):
        if made["id"] in seen:
            yield Problem(made["id"], "two records have this id")
        seen.add(made["id"])
        for report, start, end, exact in _places(made):
            if texts.get(report, "")[start:end] != exact:
                yield Problem(made["id"], f"characters {start} to {end} of {report} do not read {exact[:60]!r}")


def _places(value: object) -> Iterator[tuple[str, int, int, str]]:
    """Every span inside a row, as its report, start, end and words."""
    if isinstance(value, dict):
        if value.keys() == {"report", "start", "end", "exact"}:
            yield value["report"], value["start"], value["end"], value["exact"]
        else:
            for inner in value.values():
                yield from _places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner)
