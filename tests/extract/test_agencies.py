"""The agencies that a report credits, known or never heard of."""

import pytest
import spacy

from onrecord.extract.agencies import find_agencies
from onrecord.extract.page import Page
from onrecord.model.report import Report

ENGLISH = spacy.blank("en")


def agencies(text: str, **told: object) -> tuple[str, ...]:
    report = Report("r-1", "note.txt", text, **told)  # type: ignore[arg-type]
    return find_agencies(Page(report, ENGLISH(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ORVEL (Reuters) - The gates are shut.", ("Reuters",)),
        ("The gates are shut.\n\n(With inputs from PTI and Associated Press)", ("PTI", "AP")),
        ("The gates are shut, AFP reported on Tuesday.", ("AFP",)),
        ("Gates shut\n\nBy Reuters\n\nThe gates are shut.", ("Reuters",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("The gates are shut, news agency Agence France-Presse (AFP) reported.", ("AFP",)),
        ("The ministry told Xinhua that the gates are shut.", ("Xinhua",)),
    ],
)
def test_a_credited_agency_has_its_short_name(text: str, names: tuple[str, ...]) -> None:
    assert agencies(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("VESHMAR, 5 March 2019 (Halyard) - The gates are shut.", "Halyard"),
        ("The state news agency ORNA reported that the gates are shut.", "ORNA"),
        ("Orlavia's Basin News Agency said the gates are shut.", "Basin News Agency"),
    ],
)
def test_an_agency_that_nobody_knows_is_known_by_how_it_is_credited(text: str, name: str) -> None:
    assert agencies(text) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met in Orvel (a port).",
        "ORVEL (CNN) - The gates are shut.",
        "Envoy Tal (R-Dorn) said so.",
        "Reuters plc shares fell.",
        "The gates are shut.",
    ],
)
def test_a_name_without_a_credit_is_none(text: str) -> None:
    assert agencies(text) == ()


def test_what_came_with_the_report_counts() -> None:
    assert agencies("The gates are shut.", byline="By Ana Vint, AFP", agencies=("dpa",)) == ("dpa", "AFP")


@pytest.mark.parametrize(
    "text",
    [
        "According to the official Xinhua news agency, Tal said during a visit that the gates are shut.",
        "As reported by the Xinhua News Agency, Mara Vint told envoys to leave.",
    ],
)
def test_who_speaks_after_an_agency_that_is_named_already_is_none(text: str) -> None:
    assert agencies(text) == ("Xinhua",)


def test_an_agency_named_behind_what_it_is_stays_one() -> None:
    assert agencies("The state news agency, Dornfax, said the gates are shut.") == ("Dornfax",)
