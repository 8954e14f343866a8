"""The whole line on real files with the real reader, about an invented river."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord import pipeline, read
from onrecord.check import check
from onrecord.clean import readable
from onrecord.errors import LedgerError
from onrecord.export import EXPORTERS
from onrecord.ledger import Store, evidence, open_ledger
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.pipeline import read_again, read_into, reader_version
from onrecord.progress import Step
from onrecord.viewing import ledger_as_of
from tests.ingest.made import LONG_HTML, item, page_of, rss, warc

WEIRS = """Weirs at Saltmere will open, Keld says

Water minister Ostrava Keld told reporters on Monday that the weirs at Saltmere would be open by Friday.
The mayor of Pell, Tomas Reva, denied that any water had come.
"""
ROUND = """Orlavia and Tessmark to meet in Harl

Orlavia said on Tuesday that its negotiators would meet those of Tessmark in Harl next week.
"We expect a long day," said the chief negotiator, Ada Brun.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty ledger in a file."""
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports, and a file that is none."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "weirs.txt").write_text(WEIRS, encoding="utf-8")
    (place / "round.txt").write_text(ROUND, encoding="utf-8")
    (place / "empty.txt").touch()
    return place


def test_reports_go_in_and_what_is_none_is_refused_with_its_reason(store: Store, folder: Path) -> None:
    steps: list[Step] = []
    summary = read_into(store, [str(folder)], progress=steps.append)
    assert (summary.taken_in, summary.already_held, summary.read_again) == (2, 0, 0)
    assert [refused.where for refused in summary.refused] == [str(folder / "empty.txt")]
    assert summary.words == len((WEIRS + ROUND).split())
    assert summary.seconds > 0
    assert sorted(step.became for step in steps) == ["read", "read", "refused"]
    assert sorted(report.text for report in store.reports()) == sorted([WEIRS, ROUND])


def test_what_was_read_quotes_the_report_letter_by_letter(store: Store, folder: Path) -> None:
    read_into(store, [str(folder)])
    for report, reading in store.held():
        assert reading.reader == reader_version()
        assert reading.statements
        assert all(span.holds(report.text) for span in evidence(reading))


def test_reading_again_reads_nothing_and_changes_nothing(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_into(store, [str(folder)])
    before = store.state()
    monkeypatch.setattr("onrecord.read.load", None)  # a reader that is asked for anything fails
    summary = read_into(store, [str(folder), str(folder / "weirs.txt")])
    assert (summary.taken_in, summary.already_held, summary.words) == (0, 3, 0)
    assert store.state() == before
    assert read_again(store).already_held == 2


def test_one_report_named_twice_is_taken_in_once(store: Store, folder: Path) -> None:
    summary = read_into(store, [str(folder / "weirs.txt"), str(folder / "weirs.txt")])
    assert (summary.taken_in, summary.already_held) == (1, 1)
    assert store.count() == 1


def test_another_reader_reads_the_held_reports_from_the_ledger(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_into(store, [str(folder)])
    monkeypatch.setattr(pipeline, "reader_version", lambda pipeline: "a newer reader")
    (folder / "weirs.txt").unlink()
    summary = read_again(store)
    assert (summary.taken_in, summary.read_again, summary.refused) == (0, 2, ())
    assert {store.reader_of(report) for report in store.ids()} == {"a newer reader"}


def test_reports_come_as_json_lines_on_standard_input(store: Store) -> None:
    lines = [{"text": WEIRS, "outlet": "Harl Post", "published": "2031-05-05"}, {"text": ROUND}]
    data = "\n".join([json.dumps(lines[0]), "{broken", json.dumps(lines[1])]).encode()
    summary = read_into(store, ["-"], stdin=BytesIO(data))
    assert (summary.taken_in, len(summary.refused)) == (2, 1)


def test_an_interruption_leaves_whole_reports_and_reading_goes_on_from_there(store: Store, folder: Path) -> None:
    def interrupt(step: Step) -> None:
        if step.became == "read":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_into(store, [str(folder)], progress=interrupt)
    assert len(list(store.held())) == store.count() == 1
    summary = read_into(store, [str(folder)])
    assert (summary.taken_in, summary.already_held) == (1, 1)


def test_a_report_that_extraction_fails_on_does_not_keep_the_others_out(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(report: Report, doc: object, *, reader: str) -> Reading:
        if report.text == WEIRS:
            raise KeyError("weir")
        return Reading(report.id, reader)

    monkeypatch.setattr(pipeline, "extract", fragile)
    summary = read_into(store, [str(folder / "weirs.txt"), str(folder / "round.txt")])
    assert summary.taken_in == 1
    (refused,) = summary.refused
    assert "onrecord failed on this report (KeyError: 'weir')" in str(refused)
    assert isinstance(refused.__cause__, KeyError)


def test_a_report_that_the_reader_fails_on_does_not_take_its_batch_with_it(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(report: Report) -> str:
        return "\0stop" if report.text == WEIRS else readable(report)

    def loaded(*, threads: int | None = None, pipeline: str | None = None) -> object:
        nlp = read.load(threads=threads)
        inner = nlp.tokenizer

        def tokenizer(text: str) -> object:
            if text == "\0stop":
                raise RuntimeError("stopped")
            return inner(text)

        nlp.tokenizer = tokenizer
        return nlp

    monkeypatch.setattr("onrecord.pipeline.readable", fragile)
    monkeypatch.setattr("onrecord.pipeline.read", SimpleNamespace(load=loaded, version=read.version))
    summary = read_into(store, [str(folder / "weirs.txt"), str(folder / "round.txt")])
    assert (summary.taken_in, [refused.what for refused in summary.refused]) == (
        1,
        ["onrecord failed on this report (RuntimeError: stopped)"],
    )


def test_reports_read_before_their_source_failed_are_given_out_first() -> None:
    def source() -> Iterator[Report]:
        yield Report("r-weirs", "weirs", WEIRS)
        raise LedgerError("the disk is gone")

    given = pipeline.documents(source(), read.load(threads=1))
    assert next(given)[0].id == "r-weirs"
    with pytest.raises(LedgerError, match="the disk is gone"):
        next(given)


def test_a_ledger_that_cannot_be_written_stops_the_reading(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(type(store), "enter", full)
    with pytest.raises(LedgerError, match="the disk is full"):
        read_into(store, [str(folder)])


def test_another_pipeline_reads_more_reports_than_a_batch_holds_a_batch_at_a_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def counting(reports: list[Report], nlp: object) -> list[tuple[Report, None]]:
        sizes.append(len(reports))
        return [(report, None) for report in reports]

    monkeypatch.setattr(pipeline, "documents", counting)
    monkeypatch.setattr(pipeline, "reader_version", lambda pipeline: "another")
    monkeypatch.setattr("onrecord.read.load", lambda *, threads, pipeline: object())
    monkeypatch.setattr(pipeline, "extract", lambda report, doc, *, reader: Reading(report.id, reader))
    lines = [json.dumps({"text": f"{WEIRS}The gauge at Pell stood at {n} feet.\n"}) for n in range(150)]
    stdin = BytesIO("\n".join(lines).encode())
    assert read_into(store, ["-"], stdin=stdin, pipeline="another").taken_in == 150
    assert sizes == [64, 64, 22]
    monkeypatch.setattr(pipeline, "MOST_CHARACTERS", 1)
    sizes.clear()
    line = b'{"text": "' + WEIRS.replace("\n", " ").encode() + b'"}'
    read_into(store, ["-"], stdin=BytesIO(line), pipeline="another")
    assert sizes == [1]


def test_the_export_is_the_same_byte_for_byte_whatever_order_the_examples_come_in(store: Store) -> None:
    examples = sorted(str(file) for file in (Path(__file__).parents[1] / "examples").iterdir() if file.is_file())
    summary = read_into(store, examples)
    assert summary.refused == ()
    pairs = list(store.held())
    exports = {_exported(order) for order in (pairs, pairs[::-1], pairs[1::2] + pairs[::2], pairs[7:] + pairs[:7])}
    assert len(exports) == 1
    assert exports.pop().count(b"\n") > len(pairs)


def test_the_ledger_of_the_examples_passes_its_check(store: Store) -> None:
    read_into(store, [str(Path(__file__).parents[1] / "examples")])
    assert [str(problem) for problem in check(store)] == []


def _exported(pairs: Sequence[tuple[Report, Reading]]) -> bytes:
    out = BytesIO()
    with open_ledger(":memory:", create=True) as store:
        for report, reading in pairs:
            store.enter(report, reading)
        EXPORTERS["jsonl"].to_stream(ledger_as_of(store, date(2031, 1, 1)), out, ())
    return out.getvalue()


def test_the_same_report_from_page_feed_archive_and_file_is_one_with_all_its_places(
    store: Store, tmp_path: Path
) -> None:
    page = page_of(head='<link rel="canonical" href="https://karvan.example/brask">')
    places = {
        "feed.xml": rss(item("brask")).encode(),
        "a.warc.gz": warc({"https://karvan.example/brask?fbclid=x": page_of()}),
        "saved.html": page.encode(),
    }
    for name, content in places.items():
        (tmp_path / name).write_bytes(content)
    for name in ("a.warc.gz", "feed.xml", "saved.html"):
        read_into(store, [str(tmp_path / name)])
    (report,) = store.reports()
    assert [seen.via for seen in report.seen] == ["archive", "feed", "file"]
    copy = page_of("Talk at Brask").replace("Copyright Karvan", "Copyright Lake")
    (tmp_path / "copy.html").write_text(
        copy.replace("<head>", '<head><meta property="og:site_name" content="Lake Times">')
    )
    summary = read_into(store, [str(tmp_path / "copy.html")])
    assert (summary.taken_in, summary.copies) == (1, 1)


def test_what_came_by_two_ways_differently_cut_may_come_by_both_again(store: Store, tmp_path: Path) -> None:
    captioned = page_of(body=f"{LONG_HTML}<p>The bridge at Brask, seen from the old mill at noon on Tuesday.</p>")
    ways = {"feed.xml": rss(item("brask")).encode(), "a.warc.gz": warc({"https://karvan.example/brask": captioned})}
    for name, content in ways.items():
        (tmp_path / name).write_bytes(content)
    found = [read_into(store, [str(tmp_path / name)]) for name in ("a.warc.gz", "feed.xml", "feed.xml", "a.warc.gz")]
    assert [(one.taken_in, one.already_held) for one in found] == [(1, 0), (0, 1), (0, 1), (0, 1)]
    assert [seen.via for report in store.reports() for seen in report.seen] == ["archive", "feed"]


def test_a_changed_page_is_a_new_version(store: Store, tmp_path: Path) -> None:
    for name, title in (("1.html", "Envoys meet at Brask"), ("2.html", "Envoys do not meet at Brask")):
        head = '<link rel="canonical" href="https://karvan.example/brask">'
        (tmp_path / name).write_text(page_of(title, head=head), encoding="utf-8")
    assert read_into(store, [str(tmp_path / "1.html"), str(tmp_path / "2.html")]).taken_in == 2
    versions = [report.version_of for report in ledger_as_of(store, date(2031, 6, 1)).reports]
    assert len([earlier for earlier in versions if earlier]) == 1
