"""Front matter of Markdown: facts are taken from it, and it is no part of the report."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import readable
from onrecord.ingest.front_matter import front_matter
from onrecord.model.notes import notes_of
from onrecord.model.period import Published
from tests.ingest.world import STORY, file_with, report_of

HEAD = """---
title: Palace names a day
outlet: Karvan News
author: Lena Marsh
date: 2031-05-02
link: https://karvan.example/a
desk: valley
tags: [valley, retreat]
---
"""


def test_front_matter_gives_the_facts_and_the_text_stays_the_whole_file(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.md", HEAD + STORY))
    assert report.text == HEAD + STORY
    assert (report.title, report.outlet, report.byline) == ("Palace names a day", "Karvan News", "Lena Marsh")
    assert (report.url, report.extra) == ("https://karvan.example/a", '{"desk": "valley"}')
    assert report.published.basis == "given"


def test_front_matter_is_furniture(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.md", HEAD + STORY))
    assert report.furniture == ((0, len(HEAD.rstrip())),)
    assert readable(report)[len(HEAD) :] == readable(report_of(file_with(tmp_path, "b.md", STORY)))
    assert not readable(report)[: len(HEAD)].strip()


def test_front_matter_may_be_toml(tmp_path: Path) -> None:
    head = '+++\ntitle = "Palace names a day"\ndate = 2031-05-02T10:00:00Z\nauthor = "Lena Marsh"\n[more]\na = 1\n+++\n'
    report = report_of(file_with(tmp_path, "a.txt", head + STORY))
    assert (report.title, report.byline, report.published.start) == (
        "Palace names a day", "Lena Marsh", date(2031, 5, 2),
    )  # fmt: skip
    assert report.furniture == ((0, len(head.rstrip())),)
    broken = report_of(file_with(tmp_path, "b.md", head.replace('"Lena', "Lena") + STORY))
    assert notes_of(broken)[0] == "what looks like front matter is not TOML and was read as text"


def test_a_day_that_cannot_be_is_left_out_and_the_report_kept(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.md", HEAD.replace("05-02", "02-31") + STORY))
    assert report.published == Published()
    assert notes_of(report) == ("published '2031-02-31' is not a day and was left out",)


def test_a_block_that_is_not_yaml_is_text_and_it_is_said(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.md", "---\ntitle: [open\n---\n" + STORY))
    assert report.furniture == ()
    assert notes_of(report) == ("what looks like front matter is not YAML and was read as text",)


def test_a_rule_above_prose_is_no_front_matter() -> None:
    assert front_matter("---\nThe palace named a day.\n---\n" + STORY).end == 0


def test_markdown_without_front_matter_is_a_text(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.md", "# Palace names a day for it\n\n" + STORY))
    assert (report.title, report.furniture) == ("Palace names a day for it", ())


@given(st.text(max_size=200))
def test_any_block_is_read_or_left(block: str) -> None:
    found = front_matter(f"---\n{block}\n---\n{STORY}")
    assert 0 <= found.end <= len(block) + 10 + len(STORY)


def test_a_block_of_endless_brackets_is_left() -> None:
    assert front_matter("---\na: " + "[" * 7000 + "\n---\n").end == 0
