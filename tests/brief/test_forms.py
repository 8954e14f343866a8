"""The brief as Markdown, on a terminal and as JSON: the same words in each."""

import io
import re

import msgspec
import pytest
from rich.console import Console

from onrecord.brief import Brief, brief, markdown, terminal
from tests.brief.world import Story, lighthouse, on


def printed(told: Brief, width: int = 100) -> str:
    """The brief as it stands on a console that is no terminal."""
    out = io.StringIO()
    terminal.render(told, Console(file=out, width=width, markup=False, highlight=False))
    return out.getvalue()


def test_the_terminal_and_the_markdown_say_the_same() -> None:
    told = brief(lighthouse().ledger)
    plain = re.sub(r"[*`#\\]", "", markdown.render(told))
    for found in told.sections:
        for line in found.lines:
            for row in (line.head, *line.details):
                words = "".join(piece.text for piece in row)
                assert words in plain
                assert words in printed(told, width=500)


@pytest.mark.parametrize("width", [40, 80, 100, 140])
def test_the_brief_keeps_to_the_width(width: int) -> None:
    assert max(len(line.rstrip()) for line in printed(brief(lighthouse().ledger), width).splitlines()) <= width


def test_markdown_lists_the_evidence_with_the_record_to_show() -> None:
    story = lighthouse()
    note = next(line for line in markdown.render(brief(story.ledger)).splitlines() if line.startswith("1. "))
    assert (
        note == "1. Harbour Sheet, 1 Mar 2031 (first.txt): “will withdraw the keepers from the Skerry light” · `c-0000`"
    )


def test_words_of_a_report_are_never_markup() -> None:
    story = Story()
    side = story.actor("*Varn*holt_ <b>", kind="country")
    report = story.report("one", on(3, 1), outlet="[x](javascript:alert)")
    story.promise(report, side, "<script>alert('x')</script> `code` [link](http://example.test) # | & [bold]")
    told = brief(story.ledger)
    text = markdown.render(told)
    assert not re.search(r"(?<!\\)[<>]", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "[bold]" in printed(told, 300)


def test_control_characters_and_overrides_are_not_printed() -> None:
    story = Story()
    side = story.actor("Varn\x1b[31mholt", kind="country")
    story.promise(
        story.report("o\u202ene", on(3, 1), outlet="Out\x07let"),
        side,
        "mend \x1b]8;;http://x\x07the\u2066 roof\u2028now",
    )
    for text in (printed(brief(story.ledger), 300), markdown.render(brief(story.ledger))):
        assert not set(text) & set("\x1b\x07\u202e\u2066")


def test_an_empty_brief_says_so() -> None:
    told = brief(Story().ledger)
    assert "Nothing is on record by this day." in markdown.render(told)
    assert "Nothing is on record by this day." in printed(told)


def test_the_brief_as_json_comes_back_as_it_was() -> None:
    told = brief(lighthouse().ledger)
    assert msgspec.json.decode(msgspec.json.encode(told), type=Brief) == told
