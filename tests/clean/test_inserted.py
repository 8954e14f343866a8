"""Headlines set into a sentence behind a name, in invented pages."""

from onrecord.clean import clean
from onrecord.clean.inserted import inserted
from onrecord.model.report import Report


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in inserted(text)]


def test_a_name_given_twice_and_glued_to_headlines_is_taken_out() -> None:
    text = "Senator Ana Berol Ana Maria BerolStorm closes the port Ferry deal in doubt MORE said that talks go on."
    assert found(text) == [" Ana Maria BerolStorm closes the port Ferry deal in doubt MORE"]


def test_two_in_one_line_are_two() -> None:
    text = "Berol Ana BerolPort closed MORE met Ivo McKell Ivo McKell2031 vote near MORE (Dorvat) on Monday."
    assert found(text) == [" Ana BerolPort closed MORE", " Ivo McKell2031 vote near MORE"]


def test_a_word_in_capitals_alone_is_left() -> None:
    assert found("The envoy wants MORE money. McKell wants MORE.") == []


def test_a_name_that_does_not_stand_twice_is_left() -> None:
    assert found("Ana BerolStorm closes the port MORE") == []


def test_it_does_not_reach_over_a_line() -> None:
    assert found("Ana Berol Ana BerolStorm closes the port\nThe envoy wants MORE.") == []


def test_the_report_keeps_its_letters_and_marks_them() -> None:
    text = "Ana Berol Ana Maria BerolStorm closes the port MORE said that talks go on in the capital this week."
    report = clean(Report(id="r1", name="page", text=text))
    assert report.text == text
    assert (9, 51) in report.furniture
