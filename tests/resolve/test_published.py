"""The day of a report that carries none: from its words and its neighbours, and unknown where they do not tell."""

import random
from datetime import date, timedelta

import pytest
import spacy

from onrecord.extract.page import Page
from onrecord.extract.times.find import find_times
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.resolve.published import published_days
from onrecord.resolve.published_clues import clues_of
from onrecord.resolve.published_reasons import day_reasons

ENGLISH = spacy.blank("en")
ROUND = (
    "Envoys of Kestria and Orlavia met in Tavia on {day} for a round of talks about the Karsh Dam, the mediator "
    "Ilse Brandt "
    "said.\n\nBrandt said the Orlavian engineers had shut the lower gates on {before} and that the Kestrian farmers "
    "along "
    "the river Sorn had lost their harvest.\n\nThe Orlavian delegation left Tavia late on {day} after the round "
    "with the "
    "Kestrian envoys ended without an accord on the gates.\n\nOn {day} the mediator also named observers for both "
    "banks."
)
OTHER = (
    "The port of Quill opened a museum of whaling. Its founder, Odo Marr, gave it forty boats and a library of charts."
)


def report(name: str, text: str, published: date | None = None, basis: str = "given") -> Report:
    day = Published(published, published, basis) if published else Published()  # type: ignore[arg-type]
    return Report(name, f"{name}.txt", text, published=day)


def read(*reports: Report) -> list[Reading]:
    return [Reading(one.id, "test", times=find_times(Page(one, ENGLISH(one.text)))) for one in reports]


def concluded(*reports: Report) -> dict[str, Published]:
    return dict(published_days(reports, read(*reports)))


def test_a_day_that_is_given_or_on_the_page_is_kept() -> None:
    given = report("a", OTHER, date(2031, 3, 4))
    printed = report("b", OTHER, date(2031, 3, 5), "page")
    assert concluded(given, printed) == {"a": given.published, "b": printed.published}


def test_a_report_that_tells_nothing_is_of_an_unknown_day() -> None:
    assert concluded(report("a", OTHER)) == {"a": Published()}


def test_a_weekday_alone_is_no_day() -> None:
    assert concluded(report("a", "On Sunday the gates were shut, Tal said."))["a"].basis == "unknown"


def test_a_day_written_out_in_the_opening_dates_the_report_from_its_text() -> None:
    found = concluded(report("a", "The gates were shut on Tuesday, March 4, 2031, the mediator said."))["a"]
    assert found.basis == "text"
    assert found.start == date(2031, 3, 4)
    assert found.end is not None
    assert (found.end - found.start).days <= 8


def test_a_wrong_weekday_beside_a_date_dates_nothing() -> None:
    assert concluded(report("a", "The gates were shut on Friday, March 4, 2031, Tal said."))["a"].basis == "unknown"


def test_a_past_date_long_ago_dates_nothing() -> None:
    assert (
        concluded(report("a", "The dam was built by Orlavia after the treaty of June 9, 1931."))["a"].basis == "unknown"
    )


def test_the_same_round_dated_by_a_neighbour_dates_the_report() -> None:
    known = report("a", ROUND.format(day="Tuesday", before="Monday"), date(2031, 3, 4))
    copy = report("b", ROUND.format(day="Tuesday", before="Monday").replace("Ilse Brandt", "Brandt"))
    found = concluded(known, copy, report("c", OTHER))
    assert found["b"] == Published(date(2031, 3, 4), date(2031, 3, 4), "corpus")
    assert found["c"].basis == "unknown"


def test_a_report_unlike_all_others_takes_no_day_from_them() -> None:
    known = report("a", ROUND.format(day="Tuesday", before="Monday"), date(2031, 3, 4))
    assert concluded(known, report("b", OTHER))["b"] == Published()


def test_the_order_of_the_reports_makes_no_difference() -> None:
    names = "abcdef"
    reports = [
        report(
            name, ROUND.format(day=day, before="Monday") + f" Barges: {name}.", date(2031, 3, 4) if name < "c" else None
        )
        for name, day in zip(names, ["Tuesday", "Tuesday", "Tuesday", "Wednesday", "Thursday", "Tuesday"], strict=True)
    ]
    expected = concluded(*reports)
    for seed in range(5):
        shuffled = random.Random(seed).sample(reports, len(reports))  # noqa: S311 (an order, no secret)
        assert concluded(*shuffled) == expected


def test_reports_without_readings_are_of_unknown_days() -> None:
    assert published_days([report("a", OTHER)], []) == {"a": Published()}


@pytest.mark.parametrize(
    ("beside", "basis"),
    [
        ("It had stood open since a vote on March 28, 2031, Tal said.", "text"),
        ("It had stood open since a vote on March 28, 2030, Tal said.", "unknown"),  # 2 April 2030 was a Tuesday
        ("It had stood open since a treaty of June 9, 1931, Tal said.", "unknown"),
        ("It had stood open for years, Tal said.", "unknown"),
    ],
)
def test_a_dateline_without_its_year_takes_that_of_the_dates_beside_it(beside: str, basis: str) -> None:
    shut = "The upper gate was shut on Wednesday and the barges waited. " * 5
    found = concluded(report("a", f"TAVIA, April 2 (Northline) - {shut}{beside}"))["a"]
    assert found.basis == basis
    assert basis == "unknown" or (found.start, found.end) == (date(2031, 4, 2), date(2031, 4, 2))


def test_a_dateline_without_its_year_takes_that_of_its_neighbours() -> None:
    known = report("a", ROUND.format(day="Tuesday", before="Monday"), date(2031, 3, 4))
    later = ROUND.format(day="Tuesday", before="Monday").replace("Ilse Brandt", "Brandt")
    found = concluded(known, report("b", f"TAVIA, March 4 (Northline) - {later}"), report("c", OTHER))
    assert found["b"] == Published(date(2031, 3, 4), date(2031, 3, 4), "corpus")


def test_a_dateline_of_no_day_is_none() -> None:
    text = "TAVIA, February 31 (Northline) - The gates were shut after a vote of January 28, 2031, the mediator said."
    assert concluded(report("a", text))["a"].basis == "unknown"


def reasons(one: Report, *others: Report) -> tuple[str, ...]:
    readings = read(one, *others)
    published = published_days([one, *others], readings)[one.id]
    return day_reasons(one, published, readings[0].times)


def test_a_report_says_what_its_day_rests_on() -> None:
    assert reasons(report("a", OTHER, date(2031, 3, 4))) == ("the day came with the report",)
    assert reasons(report("a", OTHER))[0] == "nothing in it and no report like it tells its day"
    known = report("b", ROUND.format(day="Tuesday", before="Monday"), date(2031, 3, 4))
    copy = report("a", ROUND.format(day="Tuesday", before="Monday").replace("Ilse Brandt", "Brandt"))
    assert reasons(copy, known)[:2] == (
        "it is like other reports whose days are known",
        "the first weekday that it names is Tuesday",
    )


def test_a_report_that_could_be_of_several_tuesdays_says_so() -> None:
    vague = Published(date(2031, 3, 1), date(2031, 3, 20), "corpus")
    one = report("a", "The gates were shut on Tuesday, Tal said. They open by 25 March.")
    assert "its text leaves 3 Tuesdays from 2031-03-01 to 2031-03-20" in day_reasons(one, vague, read(one)[0].times)


def test_a_text_that_looks_back_to_a_day_after_its_page_is_said_to() -> None:
    text = "The gates were shut on Tuesday, March 11, 2031, the mediator said."
    printed = report("a", text, date(2031, 3, 4), "page")
    assert reasons(printed)[-1] == "but its text tells of 2031-03-11 as past"
    assert concluded(printed)["a"] == printed.published


@pytest.mark.parametrize("late", ["Late on Tuesday", "On Tuesday night", "On Tuesday evening"])
def test_what_happened_late_in_a_day_is_told_on_the_next_as_often(late: str) -> None:
    plain, told = (
        clues_of(read(report("a", f"{words} the gates were shut, Tal said."))[0].times)
        for words in ("On Tuesday", late)
    )
    assert (plain.weekday, told.weekday) == (1, 1)
    assert plain.distances[0] > 0.6 > 0.5 > told.distances[0]
    assert told.distances[1] > 0.4


def test_what_was_late_on_a_day_is_claimed_for_no_single_day() -> None:
    late = ROUND.replace("On {day} the mediator", "The mediator").replace("in Tavia on {day}", "in Tavia late on {day}")
    known = report("a", ROUND.format(day="Tuesday", before="Monday"), date(2031, 3, 4))
    found = concluded(known, report("b", late.format(day="Tuesday", before="Monday")))["b"]
    assert found.start is not None
    assert found.end is not None
    assert found.start <= date(2031, 3, 4) < date(2031, 3, 5) <= found.end


def test_a_paper_that_prints_the_day_after_is_dated_as_it_dates_itself() -> None:
    days = [date(2031, 2, day) for day in (3, 6, 11, 14, 19, 21, 24, 26)]
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    printed = [
        Report(
            f"p{n}", f"p{n}.txt", f"The harbour of Quill was open on {names[day.weekday()]}, said master {n}.",
            outlet="Morning Sorn", published=Published(day + timedelta(days=1), day + timedelta(days=1), "given"),
        )
        for n, day in enumerate(days)
    ]  # fmt: skip
    known = report("a", ROUND.format(day="Tuesday", before="Monday"), date(2031, 3, 4))
    text = ROUND.format(day="Tuesday", before="Monday") + " Rafts lay at Ostrey."
    paper, site = (
        Report(f"x{n}", "x.txt", text, outlet=outlet) for n, outlet in enumerate(["Morning Sorn", "Sorn Now"])
    )
    found = concluded(known, *printed, paper, site)
    assert found["x1"].start == date(2031, 3, 4)
    assert found["x0"].end == date(2031, 3, 5)
    assert found["x0"] != found["x1"]


def test_today_in_two_printings_of_one_text_is_the_day_of_each() -> None:
    text = (
        "Envoys of Kestria and Orlavia may meet in Tavia today about the Karsh Dam and its lower gates, a mediator "
        "said. The Orlavian engineers and the Kestrian farmers along the river Sorn want observers on both banks."
    )
    found = concluded(report("a", text, date(2031, 3, 4)), report("b", text + " Barges waited."))["b"]
    assert found.start is not None
    assert found.end is not None
    assert found.start < date(2031, 3, 4) < found.end, "a copy is printed the same day, the day before or the day after"


def test_a_post_shown_in_a_report_dates_it_from_its_text() -> None:
    text = "Brandt wrote that the gates are shut. - Ilse Brandt (@brandt) {day} The engineers left."
    for day in ("March 4, 2031", "Mar 4, 2031", "4 March 2031"):
        found = concluded(report("a", text.format(day=day)))["a"]
        assert found.basis == "text"
        assert found.start is not None
        assert found.end is not None
        assert found.start <= date(2031, 3, 4) <= found.end
        assert (found.end - found.start).days < 7


@pytest.mark.parametrize("day", ["February 31, 2031", "Marrow 4, 2031", "March 4, 31"])
def test_a_post_of_no_day_dates_nothing(day: str) -> None:
    assert (
        concluded(report("a", f"The gates are shut. - Ilse Brandt (@brandt) {day} Tal left."))["a"].basis == "unknown"
    )


def test_a_dateline_takes_the_year_in_which_its_weekday_is_right_where_its_neighbours_name_the_year() -> None:
    dam = "The Karsh Dam on the river Sorn held after the flood of 2031, the Orlavian engineers in Tavia said."
    told = f"TAVIA, April 2 (Northline) - The upper gate was shut on Wednesday. {dam}"
    others = [report(name, f"{dam} Barges waited at {name}.") for name in "bcd"]
    assert concluded(report("a", told), *others)["a"].start == date(2031, 4, 2)
    assert concluded(report("a", told.replace(" on Wednesday", "")), *others)["a"].basis == "unknown"


def test_a_date_that_is_said_to_come_is_not_behind_the_report() -> None:
    text = (
        "The gates were shut on Tuesday. " + "The barges waited at the lower lock and at the upper one. " * 6
        + "Envoys will meet on 7 June. Tal spoke of the round of 7 June as lost."
    )  # fmt: skip
    clues = clues_of(read(report("a", text))[0].times)
    assert [(one.month, one.day) for one in clues.future] == [(6, 7)]
    assert clues.past == ()
