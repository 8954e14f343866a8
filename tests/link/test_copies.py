"""Which report copies which: runs of the writer's own words, not quotations and not an outlet's furniture."""

from collections.abc import Mapping
from datetime import date

from onrecord.link.copies import find_copies
from onrecord.link.scene import Scene
from onrecord.model.period import Published
from onrecord.model.report import Report


def prose(topic: str, sentences: int, *, start: int = 0) -> str:
    """Sentences of which no two are alike."""
    numbers = range(start, start + sentences)
    return " ".join(f"On point {n} the {topic} side of {topic} weighed {topic} measure {n}." for n in numbers)


def copies(*told: tuple[str, int, str | None, str]) -> Mapping[str, str]:
    """The copies among reports given as name, day of March, outlet and text."""
    reports = tuple(
        Report(name, name, text, outlet=outlet, published=Published(date(2031, 3, day), date(2031, 3, day), "given"))
        for name, day, outlet, text in told
    )
    return find_copies(
        Scene(
            {report.id: report for report in reports}, {}, {report.id: report.published for report in reports}, {}, {}
        )
    )


def test_a_story_with_a_new_lead_and_a_cut_end_is_a_copy_of_the_earlier_one() -> None:
    first, later = prose("Kell", 30), prose("Lenta", 8) + " " + prose("Kell", 14)
    found = copies(("first", 2, "Harbour Post", first), ("later", 3, "Kell Times", later))
    assert found == {"later": "first"}


def test_two_reports_that_quote_one_speech_are_no_copies() -> None:
    speech = f"“{prose('Kell', 12)}”"
    one, two = f"{prose('Orlavian', 8)} {speech}", f"{prose('Tessmark', 8)} {speech}"
    assert copies(("one", 2, "Harbour Post", one), ("two", 2, "Kell Times", two)) == {}


def test_what_an_outlet_prints_in_three_reports_is_its_furniture() -> None:
    box = prose("gallery", 20)
    told = [(name, 2, "Harbour Post", f"{prose(name, 8)}\n{box}") for name in ("one", "two", "three")]
    assert copies(*told) == {}


def test_one_unbroken_stretch_in_two_reports_of_an_outlet_is_a_box() -> None:
    box = prose("gallery", 20)
    told = [(name, 2, "Harbour Post", f"{prose(name, 8)}\n{box}") for name in ("one", "two")]
    assert copies(*told) == {}


def test_the_same_stretch_in_another_outlet_is_a_copy() -> None:
    body = prose("gallery", 20)
    told = [(name, 2, f"{name} Post", f"{prose(name, 8)}\n{body}") for name in ("one", "two")]
    assert len(copies(*told)) == 1


def test_an_outlet_that_goes_on_with_its_own_story_copies_itself() -> None:
    pieces = [prose("Kell", 5, start=n) for n in (0, 100, 200, 300)]
    first = " ".join([prose("first", 8), *pieces])
    later = " ".join(
        [prose("later", 8), pieces[0], prose("later", 2, start=50), pieces[2], prose("later", 2, start=60), pieces[3]]
    )
    assert copies(("first", 2, "Harbour Post", first), ("later", 3, "Harbour Post", later)) == {"later": "first"}


def test_the_whole_of_a_report_in_a_longer_one_of_its_outlet_is_a_copy() -> None:
    body = prose("Kell", 20)
    found = copies(("first", 2, "Harbour Post", f"{body} {prose('Lenta', 20)}"), ("short", 3, "Harbour Post", body))
    assert found == {"short": "first"}
