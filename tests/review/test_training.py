"""Corrections as training data: the attributions of the reports that people worked on, as they left them."""

from onrecord.cli.standoff import standoff
from onrecord.model.attribution import Attribution
from onrecord.model.report import Report
from onrecord.review import Proposal, Wish
from onrecord.review.training import corrected
from tests.review.world import Desk, dam, denial, place, visit


def exported(desk: Desk, *, decided_only: bool = False) -> dict[str, tuple[Report, tuple[Attribution, ...]]]:
    found = corrected(desk.store.held(), desk.store.judgements(), decided_only=decided_only)
    return {report.id: (report, attributions) for report, attributions in found}


def words(report: Report, pieces: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(report.text[start:end] for start, end in pieces)


def test_only_reports_in_which_a_statement_was_decided_about_are_written() -> None:
    desk = Desk(dam(), denial(), visit())
    desk.decide(Proposal("accept", desk.ledger.disputes[0].id))
    assert exported(desk) == {}
    desk.decide(Proposal("accept", desk.said("nobody believes").id))
    assert set(exported(desk)) == {"r-dam"}


def test_what_was_rejected_is_gone_what_was_added_is_there_and_the_rest_stays() -> None:
    page = dam()
    desk = Desk(page)
    desk.decide(Proposal("reject", desk.said("gates will open").id))
    add = (
        Wish("source", (), tuple(place(page, "Edvar Holt meet"))),
        Wish("content", (), tuple(place(page, "at the dam"))),
    )
    desk.add(page, "statement", *add)
    report, found = exported(desk)["r-dam"]
    assert [words(report, one.content) for one in found] == ["that nobody believes it", "at the dam"]
    assert words(report, found[1].source) == "Edvar Holt meet"
    _, only = exported(desk, decided_only=True)["r-dam"]
    assert [words(report, one.content) for one in only] == ["at the dam"]


def test_no_word_is_in_two_attributions_and_a_person_s_goes_before_the_reader_s() -> None:
    page = dam()
    desk = Desk(page)
    content = Wish("content", (), tuple(place(page, "open by 5 May")))
    desk.add(page, "statement", Wish("source", ("Mara Vint",)), content)
    report, found = exported(desk)["r-dam"]
    assert [words(report, one.content) for one in found] == ["open by 5 May", "that nobody believes it"]
    places = [n for one in found for start, end in (*one.source, *one.cue, *one.content) for n in range(start, end)]
    assert len(places) == len(set(places))


def test_the_form_is_polnear_s() -> None:
    page = dam()
    desk = Desk(page)
    desk.correct(desk.said("nobody believes").id, Wish("source", (), tuple(place(page, "Edvar Holt said"))))
    report, found = exported(desk, decided_only=True)["r-dam"]
    lines = standoff(report.text, found).splitlines()
    place_, cue = page.words("Edvar Holt said"), page.words("that nobody believes it")
    assert lines[0] == f"T1\tSource {place_.start} {place_.end}\tEdvar Holt said"
    assert f"\tContent {cue.start} {cue.end}\tthat nobody believes it" in "\n".join(lines)
    assert lines[-1].startswith("E1\tAttribution:T")
