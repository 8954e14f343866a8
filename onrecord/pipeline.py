"""The line from news reports to the ledger, on one screen.

    inputs → take in → clean → read → extract → enter

Each stage knows one report only, up to the last, which keeps it; what is concluded over reports is made when it is
asked for (`onrecord.viewing`). This module brings spaCy and ONNX with it: import it only where reports are read.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import BinaryIO, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from onrecord import read
from onrecord.clean import clean, readable
from onrecord.edition import edition
from onrecord.errors import LedgerError, Refused
from onrecord.extract import extract
from onrecord.ingest import take_in
from onrecord.ingest.arrival import Page
from onrecord.ingest.once import same_report
from onrecord.ledger import Store
from onrecord.model.report import Report
from onrecord.progress import Progress, Step, Summary, Tally

__all__ = ["documents", "read_again", "read_arriving", "read_into", "reader_version"]

MOST_REPORTS, MOST_CHARACTERS = 64, 400_000
"""What another pipeline reads at a time: about 100 MB of documents at most. Our own reader counts for itself."""

T = TypeVar("T")


def read_into(
    store: Store,
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    threads: int | None = None,
    pipeline: str | None = None,
    progress: Progress = lambda step: None,
    columns: Mapping[str, str] | None = None,
    fetch: Callable[[str], Page] | None = None,
    passed: Callable[[int], None] = lambda count: None,
) -> Summary:
    """Take in reports, read those that this reader has not read yet, and enter what they hold.

    An input that cannot be taken in is counted and the rest goes on; a ledger that cannot be written raises
    `LedgerError`. Reports entered before an interruption stay, each of them whole. `pipeline` names an installed spaCy
    pipeline that reads syntax and names instead of ours; one that is not there raises `OnrecordError`. `columns`,
    `fetch` and `passed` are those of `take_in`.
    """
    arriving = take_in(inputs, stdin=stdin, columns=columns, fetch=fetch, passed=passed)
    return read_arriving(store, arriving, threads=threads, pipeline=pipeline, progress=progress)


def read_arriving(
    store: Store,
    arriving: Iterable[Report | Refused],
    *,
    threads: int | None = None,
    pipeline: str | None = None,
    progress: Progress = lambda step: None,
    load: Callable[[], Language] | None = None,
) -> Summary:
    """The same for reports that were taken in elsewhere; `load` gives the reader, so that a watch loads it once."""
    tally, reader = Tally(progress), reader_version(pipeline)
    unread = _unread(arriving, store, reader, tally)
    for first in unread:  # no reader is loaded where nothing is to be read
        nlp = load() if load else read.load(threads=threads, pipeline=pipeline)
        stream = map(clean, chain([first], unread))
        for batch in [stream] if pipeline is None else _batches(stream):
            for report, doc in documents(batch, nlp):
                tally.count(_enter(store, report, doc, reader))
    return tally.summary()


def read_again(
    store: Store,
    *,
    threads: int | None = None,
    pipeline: str | None = None,
    progress: Progress = lambda step: None,
) -> Summary:
    """Read every report held that another reader read, from the text in the ledger."""
    return read_arriving(store, store.reports(), threads=threads, pipeline=pipeline, progress=progress)


def reader_version(pipeline: str | None = None) -> str:
    """The version that a reading carries: of weights, rules and vocabulary, and of a pipeline named beside ours."""
    return f"{read.version(pipeline)}+{edition('clean', 'read', 'extract', 'model', 'text')}"


def documents(reports: Iterable[Report], nlp: Language) -> Iterator[tuple[Report, Doc | Refused]]:
    """What the reader sees in each report as they come; it is at work on the next ones while one is used.

    Where it fails, those that it held are read one by one. A failure of what gives the reports is raised after them.
    """
    source, held = iter(reports), deque[Report]()
    trouble: list[Exception] = []
    while True:
        try:
            for doc in nlp.pipe(_texts(source, held, trouble)):
                yield held.popleft(), doc
            break
        except Exception:  # one report must not take others with it
            while held:
                report = held.popleft()
                yield report, _attempt(report, partial(_alone, nlp, report))
    if trouble:
        raise trouble[0]


def _texts(source: Iterator[Report], held: deque[Report], trouble: list[Exception]) -> Iterator[str]:
    while True:
        try:
            held.append(next(source))
        except StopIteration:
            return
        except Exception as error:  # not the reader's
            trouble.append(error)
            return
        yield readable(held[-1])


def _alone(nlp: Language, report: Report) -> Doc:
    return nlp(readable(report))


def _unread(arriving: Iterable[Report | Refused], store: Store, reader: str, tally: Tally) -> Iterator[Report]:
    for report in arriving:
        if isinstance(report, Refused):
            tally.count(Step("refused", report.where, refused=report))
            continue
        held = store.reader_of(report.id)
        if held is not None:
            store.learn(report)
        if held == reader or (held is None and _found_again(store, report)):
            tally.count(Step("held", report.name))
        else:
            yield report


def _found_again(store: Store, report: Report) -> bool:
    """Is it a report that is held, come by another way? Then its new place is noted with it.

    That it is the same is noted, too: the next time, it is not compared as a text that came by a way known already.
    """
    key = f"same {report.id}"
    noted = store.notebook.state(key)
    if noted is not None and store.holds(noted):
        store.also_seen(noted, report.seen)
        return True
    for held in store.at_address(report.url) if report.url else ():
        if same_report(held, report):
            store.also_seen(held.id, report.seen)
            store.notebook.note({key: held.id})
            return True
    return False


def _batches(reports: Iterable[Report]) -> Iterator[Sequence[Report]]:
    batch: list[Report] = []
    size = 0
    for report in reports:
        if batch and (len(batch) == MOST_REPORTS or size + len(report.text) > MOST_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(report)
        size += len(report.text)
    if batch:
        yield batch


def _enter(store: Store, report: Report, doc: Doc | Refused, reader: str) -> Step:
    if isinstance(doc, Refused):
        return Step("refused", report.name, refused=doc)
    earlier = store.reader_of(report.id)
    if earlier is None and _found_again(store, report):  # another way to it was read meanwhile
        return Step("held", report.name)
    entered = _attempt(report, lambda: store.enter(report, extract(report, doc, reader=reader)))
    if isinstance(entered, Refused):
        return Step("refused", report.name, refused=entered)
    if not entered:
        store.learn(report)
        return Step("held", report.name)
    words, copies = len(report.text.split()), earlier is None and store.copied(report) is not None
    return Step("read" if earlier is None else "read again", report.name, words=words, copies=copies)


def _attempt(report: Report, work: Callable[[], T]) -> T | Refused:
    """What the work gives, or why it failed: a fault of ours in one report must not keep the others from being read."""
    try:
        return work()
    except LedgerError:
        raise
    except Refused as refused:
        return refused
    except Exception as error:
        what = f"onrecord failed on this report ({type(error).__name__}: {error})"
        failed = Refused(what, where=report.name, hint="the rest goes on; please send us this line and the report")
        failed.__cause__ = error
        return failed
