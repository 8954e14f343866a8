"""JSON Lines: each line a report or a reason, and nothing that breaks the rest."""

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.ingest import take_in
from onrecord.model.notes import notes_of
from onrecord.model.period import Published
from onrecord.model.report import Report
from tests.ingest.world import STORY, TODAY, file_with, refusals, reports, taken


def one(**entry: object) -> Report:
    (found,) = reports(taken("-", stdin=json.dumps({"text": STORY, **entry}).encode()))
    return found


def test_a_line_gives_a_report_with_its_facts_and_keeps_its_other_keys() -> None:
    report = one(
        file="k-1", title="A day", outlet="Karvan", url="https://karvan.example/1", byline="Lena Marsh",
        published="2031-05-02T21:00:00+02:00", desk={"name": "valley", "n": 2}, score=None,
    )  # fmt: skip
    assert (report.name, report.title, report.outlet, report.byline) == ("k-1", "A day", "Karvan", "Lena Marsh")
    assert report.published == Published(date(2031, 5, 2), date(2031, 5, 2), "given")
    assert json.loads(report.extra) == {"desk": {"name": "valley", "n": 2}, "score": None}


def test_the_text_is_taken_letter_by_letter() -> None:
    assert one(text="\ufeff A\r\nday \x0b named.\n").text == "\ufeff A\r\nday \x0b named.\n"


def test_a_report_without_a_name_is_called_by_its_address_or_its_line(tmp_path: Path) -> None:
    entries = [{"text": STORY, "url": "https://karvan.example/1"}, {"text": STORY + "More."}]
    path = file_with(tmp_path, "wire.jsonl", "\n".join(json.dumps(entry) for entry in entries))
    assert [report.name for report in reports(taken(path))] == ["https://karvan.example/1", "wire.jsonl:2"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (
            '{"text": "cut off',
            "not JSON: Unterminated string starting at column 10; mend the line; the others are read",
        ),
        ('["text"]', 'not an object; write one object a line, {"text": "…"}'),
        ('{"title": "A day"}', 'there is no `text`; write one object a line, {"text": "…"}'),
        ('{"text": 5}', '`text` is not a string; write one object a line, {"text": "…"}'),
        ('{"text": "  "}', "the text is empty; give the report's text"),
        ("[" * 100_000, "too deep, or with a number too long to read; mend the line"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "too deep, or with a number too long to read; mend the line"),
        (b'{"text": "caf\xe9"}', "byte 13 is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_broken_line_is_refused_with_its_number_and_the_rest_goes_on(
    tmp_path: Path, line: str | bytes, what: str
) -> None:
    good = json.dumps({"text": STORY}).encode()
    broken = line if isinstance(line, bytes) else line.encode()
    path = file_with(tmp_path, "wire.jsonl", b"\n".join([good, b"", broken, good, b""]))
    found = taken(path)
    assert refusals(found) == [f"{path}, line 3: {what}"]
    assert len(reports(found)) == 2


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read() -> None:
    long = b'{"text": "' + b"x" * 45_000_000 + b'"}\n'
    found = taken("-", stdin=long + json.dumps({"text": STORY}).encode())
    assert refusals(found) == ["standard input, line 1: longer than 20.0 MB; cut the report into parts"]
    assert len(reports(found)) == 1


def test_keys_can_be_named_as_columns_can_and_common_names_are_known(tmp_path: Path) -> None:
    entry = {
        "date": "2031-05-02",
        "headline": "A day",
        "source": "Karvan",
        "body": STORY,
        "authors": ["A", "B"],
        "n": 1,
    }
    (report,) = reports(taken(file_with(tmp_path, "a.jsonl", json.dumps(entry))))
    assert (report.title, report.outlet, report.byline, report.text) == ("A day", "Karvan", "A, B", STORY)
    assert (report.published.start, json.loads(report.extra)) == (date(2031, 5, 2), {"n": 1})
    path = file_with(tmp_path, "b.jsonl", json.dumps({"story": STORY, "text": "a label", "day": "2031-05-02"}))
    (report,) = reports(take_in([str(path)], today=TODAY, columns={"text": "story", "published": "day"}))
    assert (report.text, report.published.start) == (STORY, date(2031, 5, 2))
    (refused,) = take_in([str(path)], today=TODAY, columns={"text": "words"})
    assert "line 1: there is no `words`" in str(refused)


WIRES = {
    "a list": [{"headline": "A day", "body": STORY}, {"headline": "Two", "body": f"{STORY}More."}],
    "an answer": {"status": "ok", "response": {"docs": [{"title": "A day", "text": STORY}, {"text": f"{STORY}More."}]}},
    "one report": {"headline": "A day", "body_html": f"<p>{STORY}</p><p>{STORY}</p>", "people": [{"name": "Marsh"}]},
}  # fmt: skip


@pytest.mark.parametrize("name", list(WIRES))
@pytest.mark.parametrize("indent", [1, None])
def test_the_json_of_a_wire_is_read_whatever_its_form(tmp_path: Path, name: str, indent: int | None) -> None:
    path = file_with(tmp_path, "wire", json.dumps(WIRES[name], indent=indent))
    found = taken(path)
    assert [one.title for one in reports(found)][:1] == ["A day"], found
    assert len(reports(found)) == (1 if name == "one report" else 2)
    assert "<" not in reports(found)[0].text


@pytest.mark.parametrize("content", ['{"name": "x"}', '[{"name": "x"}]', '{\n"a": [1, 2]}', '{"text": "cut', "[{}]"])
def test_json_without_a_report_is_refused_by_name_and_passed_over_in_a_folder(tmp_path: Path, content: str) -> None:
    path = file_with(tmp_path, "in/a.json", content)
    assert "text" in refusals(taken(path))[0] or "JSON" in refusals(taken(path))[0]
    file_with(tmp_path, "in/b.txt", STORY)
    if '"text"' not in content:
        assert [getattr(one, "name", one) for one in taken(path.parent)] == ["b.txt"]


def test_json_that_is_not_json_lines_is_refused_once(tmp_path: Path) -> None:
    path = file_with(tmp_path, "wire.jsonl", json.dumps([{"text": STORY}], indent=1))
    assert refusals(taken(path)) == [f'{path}: this is JSON, not JSON Lines; write one object a line, {{"text": "…"}}']


def test_no_lines_at_all_are_said() -> None:
    assert refusals(taken("-", stdin=b"\n \n")) == [
        'standard input: there are no lines in it; write one object a line, {"text": "…"}'
    ]


def test_a_byte_order_mark_is_dropped() -> None:
    assert len(reports(taken("-", stdin=b"\xef\xbb\xbf" + json.dumps({"text": STORY}).encode()))) == 1


@pytest.mark.parametrize("words", ["2031-02-31", "9999-01-01", "0000-00-00"])
def test_a_day_that_cannot_be_leaves_the_report_without_a_day_and_says_so(words: str) -> None:
    report = one(published=words)
    assert report.published == Published()
    assert notes_of(report)[0].startswith(f"published '{words}' is")


def test_a_day_that_cannot_be_does_not_hide_the_day_in_the_address() -> None:
    report = one(published="soon", url="https://karvan.example/2031/05/02/a")
    assert report.published == Published(date(2031, 5, 2), date(2031, 5, 2), "page")


def test_facts_that_are_no_words_are_kept_and_said_not_to_be_taken() -> None:
    report = one(title=["A", "day"], published=1_900_000_000, outlet=None)
    assert (report.title, report.outlet, report.published) == (None, None, Published())
    assert json.loads(report.extra)["title"] == ["A", "day"]
    assert notes_of(report) == (
        "`title` is not a string and was not taken",
        "`published` is not a string and was not taken",
    )


def test_half_characters_are_replaced_so_that_the_text_can_be_stored() -> None:
    (report,) = reports(taken("-", stdin=b'{"text": "The palace named a day. \\ud83d", "title": "A\\udc00"}'))
    assert (report.text, report.title) == ("The palace named a day. \ufffd", "A\ufffd")
    assert notes_of(report) == ("half characters (lone surrogates) in the text were read as U+FFFD",)
    json.dumps(report.extra).encode("utf-8")


def test_numbers_that_json_does_not_know_are_kept_out_of_the_other_keys() -> None:
    (report,) = reports(taken("-", stdin=b'{"text": "The palace named a day.", "score": NaN}'))
    assert report.extra == '{"score": null}'
