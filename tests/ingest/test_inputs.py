"""Files, folders and standard input: everything that can be read is read, and the rest says why not, in one line."""

import os
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.ingest import take_in
from onrecord.ingest.kinds import ENDINGS
from onrecord.model.report import Report
from tests.ingest.world import STORY, TODAY, file_with, refusal_of, refusals, report_of, reports, taken


def test_a_plain_text_is_taken_letter_by_letter(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.txt", "\ufeff" + STORY.replace("\n", "\r\n") + "  \r x"))
    assert report.text == STORY + "  \r x"
    assert (report.name, report.language) == ("a.txt", "en")


def test_a_folder_is_read_with_all_folders_in_it_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "wire/2.md", "a.txt", "wire/1.html", "z.jsonl"):
        file_with(tmp_path, name, {".html": f"<html><body><p>{STORY}</p></body></html>"}.get(name[-5:], STORY))
    found = taken(tmp_path)
    assert [one.name for one in reports(found)] == ["a.txt", "b.txt", "wire/1.html", "wire/2.md"]
    assert len(refusals(found)) == len(STORY.strip().split("\n\n"))  # the .jsonl holds no JSON


def test_hidden_files_and_files_of_other_kinds_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "picture.png", "a.txt.json"):
        file_with(tmp_path, name, STORY)
    file_with(tmp_path, "a.txt", STORY)
    assert [one.name for one in reports(taken(tmp_path))] == ["a.txt"]


def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = file_with(tmp_path, "outside/secret.txt", STORY)
    inside = file_with(tmp_path, "inside/a.txt", STORY)
    (tmp_path / "inside/b.txt").symlink_to(outside)
    (tmp_path / "inside/c.txt").symlink_to(inside)
    (tmp_path / "inside/folder").symlink_to(outside.parent, target_is_directory=True)
    (tmp_path / "inside/circle.txt").symlink_to(tmp_path / "inside/circle.txt")
    assert [one.name for one in reports(taken(tmp_path / "inside"))] == ["a.txt", "c.txt"]


def test_a_folder_with_nothing_readable_says_so(tmp_path: Path) -> None:
    file_with(tmp_path, "picture.png", b"\x89PNG")
    assert refusals(taken(tmp_path)) == [
        f"{tmp_path}: the folder holds nothing that can be read; reports end in " + " ".join(sorted(ENDINGS))
    ]


def test_a_missing_file_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    found = taken(tmp_path / "no.txt", file_with(tmp_path, "a.txt", STORY))
    assert refusals(found) == [f"{tmp_path}/no.txt: there is no such file or folder; check the name"]
    assert len(reports(found)) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = file_with(tmp_path, "a.txt", STORY)
    path.chmod(0)
    assert "permission denied; check the name and its permissions" in refusal_of(path)


def test_a_file_that_cannot_be_opened_is_refused_with_the_machines_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_with(tmp_path, "a.txt", STORY)

    def broken(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", broken)
    assert refusal_of(path) == f"{path}: cannot be read: permission denied; check the name and its permissions"


def test_a_file_of_fifty_megabytes_is_refused_with_its_size_and_the_limit(tmp_path: Path) -> None:
    path = file_with(tmp_path, "big.txt", b"The palace named a day.\n" * (50_000_000 // 24 + 1))
    line = refusal_of(path)
    assert "the file is 50.0 MB, and one report may be 20.0 MB at most" in line
    assert "cut it into reports" in line


def test_a_device_is_no_file() -> None:
    assert refusals(taken("/dev/null")) == [
        "/dev/null: this is not a file; name files and folders, or `-` for standard input"
    ]


def test_a_name_with_control_characters_is_shown_harmless(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a\x1b[31m\nb.txt", STORY))
    assert report.name == "a\\x1b[31m\\nb.txt"
    assert refusals(taken("no\x1b[2Jsuch\x00name")) == [
        "no\\x1b[2Jsuch\\x00name: there is no such file or folder; check the name"
    ]


def test_a_name_that_is_no_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_text(STORY, encoding="utf-8")
    assert [one.name for one in reports(taken(tmp_path))] == ["caf\\xe9.txt"]


def test_an_html_page_is_a_page_whatever_its_name_says(tmp_path: Path) -> None:
    head = "<!DOCTYPE html><html><head><title>A day is named</title></head>"
    page = f"{head}<body><article><p>{STORY}</p></article></body></html>"
    report = report_of(file_with(tmp_path, "a.txt", page))
    assert "<" not in report.text
    assert report.title == "A day is named"
    assert report_of(file_with(tmp_path, "b.html", STORY)).text == STORY  # and a text is a text


def test_standard_input_is_json_lines() -> None:
    (report,) = reports(taken("-", stdin=b'{"text": "The palace named a day.", "file": "a"}\n'))
    assert (report.name, report.text) == ("a", "The palace named a day.")
    assert refusals(taken("-")) == ["-: nothing comes on standard input; pipe JSON Lines into the command"]


def test_reports_stream_one_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    class Slow:
        lines = 0

        def readline(self, _: int) -> bytes:
            self.lines += 1
            return b'{"text": "The palace named a day."}\n'

    stream = Slow()
    found: Iterator[Report | Refused] = take_in(["-"], stdin=stream, today=TODAY)  # type: ignore[arg-type]
    next(found)
    next(found)
    assert stream.lines == 2


def test_the_same_report_under_another_path_has_the_same_id(tmp_path: Path) -> None:
    ids = {report_of(file_with(tmp_path, name, STORY)).id for name in ("a.txt", "elsewhere/b.txt")}
    assert len(ids) == 1


NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.htm", "a.jsonl", "a.bin"])
STARTS = st.sampled_from(
    [
        b"",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe\x00\x00",
        b"<html>",
        b"---\n",
        b'{"text": "',
        b"<!doctype html><p>",
    ]
)


@given(
    NAMES,
    STARTS,
    st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda t: t.encode("utf-8", "surrogatepass"))),
)
def test_no_bytes_whatever_break_the_reading(name: str, start: bytes, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = taken(file_with(Path(folder), name, start + content))
    assert found
    for one in found:
        if isinstance(one, Refused):
            assert "\n" not in str(one)
            assert str(one).isprintable()
        else:
            assert one.text.strip()
            assert all(one.text[start:end] for start, end in one.furniture)
            one.text.encode("utf-8")


@given(st.text(min_size=1, max_size=40))
def test_no_name_whatever_breaks_the_reading(name: str) -> None:
    for one in take_in(["no such folder/" + name], today=TODAY):
        assert isinstance(one, Refused)
        assert str(one).isprintable()


ENDLESS = {
    "a.txt": b"The envoys met ", "a.jsonl": b'{"text": "', "a.csv": b"title,text,", "a.html": b"<html><body><p>",
    "a.rss": b"<rss>", "a.warc": b"WARC/1.0\r\n", "a.mbox": b"From a Mon May  5 2031\nA: b\n",
    "a.eml": b"From: b\nMessage-ID: b\n", "a.pdf": b"%PDF-1.7\n", "a.json": b'{"items": [',
}  # fmt: skip


@pytest.mark.parametrize("name", list(ENDLESS))
def test_a_gigabyte_in_one_line_is_refused_in_bounded_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as out:
        out.write(ENDLESS[name])
        out.truncate(1_000_000_000)
    tracemalloc.start()
    lines = refusals(taken(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(lines) == 1
    assert "20.0 MB" in lines[0] or "a line in a head longer than 1.0 MB" in lines[0]
    assert peak < 120_000_000
