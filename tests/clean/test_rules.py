"""Every rule of the vocabulary marks its own example, and leaves what it says it must leave."""

import pytest

from onrecord.clean import clean
from onrecord.clean.lines import lines_of
from onrecord.clean.rules import KINDS, Kind, first_match, rules
from onrecord.model.kinds import load
from onrecord.model.report import Report

STORY = "The envoy of Veldany said on Monday that the crossing at Brask would stay shut until both sides had signed."


def examples(field: str, *kinds: str) -> list[tuple[str, str]]:
    found = []
    for kind in kinds:
        entries = load("furniture")[kind]
        assert isinstance(entries, list)
        found += [(kind, str(e[field])) for e in entries if isinstance(e, dict) and field in e]
    return found


def marked(text: str) -> set[str]:
    report = clean(Report("r-1", "a.txt", text))
    return {line for start, end in report.furniture for line in text[start:end].split("\n") if line.strip()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_has_an_example(kind: Kind) -> None:
    assert len(examples("example", kind)) == len(rules()[kind]) > 0


@pytest.mark.parametrize(("kind", "line"), examples("example", "lines"))
def test_a_line_of_the_page_is_marked_between_paragraphs_of_the_story(kind: str, line: str) -> None:
    assert marked(f"{STORY}\n\n{line}\n\n{STORY}") == {line}


@pytest.mark.parametrize(("kind", "line"), examples("not", "lines", "links", "tails", "closing"))
def test_a_line_that_only_looks_alike_is_left(kind: str, line: str) -> None:
    assert marked(f"{STORY}\n\n{line}\n\n{STORY}") == set()


@pytest.mark.parametrize(("kind", "line"), examples("example", "kept"))
def test_bylines_and_credits_belong_to_the_report(kind: str, line: str) -> None:
    assert marked(f"{line}\n\n{STORY}\n\n{line}") == set()


@pytest.mark.parametrize(("kind", "line"), examples("example", "links"))
def test_the_label_of_a_link_is_marked_with_the_title_under_it(kind: str, line: str) -> None:
    title = "Veldany opens a second crossing"
    assert marked(f"{STORY}\n\n{line}\n\n{title}\n\n{STORY}") == {line, title}


@pytest.mark.parametrize(("kind", "line"), examples("example", "tails", "closing"))
def test_all_under_the_heading_of_another_part_of_the_page_is_marked(kind: str, line: str) -> None:
    title, other = "Ferries return to the lake", "Bread grows dear in Orlan"
    assert marked("\n\n".join([STORY, STORY, STORY, line, title, other])) >= {line, title, other}


@pytest.mark.parametrize(("kind", "line"), examples("example", "glued"))
def test_what_sticks_to_the_end_of_a_paragraph_is_marked_and_the_paragraph_is_not(kind: str, line: str) -> None:
    sentence = "The crossing stays shut."
    assert {piece.strip() for piece in marked(f"{STORY}\n\n{line}")} == {line.removeprefix(sentence).strip()}


def test_a_rule_looks_at_the_line_without_bullets_and_brackets() -> None:
    (line,) = lines_of("  • [ADVERTISEMENT]  ")
    assert line.core == "ADVERTISEMENT"
    assert first_match("lines", line)
